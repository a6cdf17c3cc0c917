import { browser } from 'wxt/browser';

const inTime = <T>(work: Promise<T>, milliseconds: number): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('The page did not answer in time.')), milliseconds);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
};

const firstResult = (results: { result?: unknown }[]): unknown => results[0]?.result ?? null;

/**
 * Runs a built script in the tab's page, in a world of our own, and answers what it returned: hostile until
 * parsed. Throws where the browser lets nobody in, or when no answer came in time.
 */
export const runScript = async (tabId: number, file: `/${string}.js`, milliseconds: number) =>
  firstResult(
    await inTime(browser.scripting.executeScript({ target: { tabId }, files: [file] }), milliseconds),
  );

/** The same with a function that uses nothing but its arguments. */
export const runFunction = async <A extends unknown[]>(
  tabId: number,
  func: (...args: A) => unknown,
  args: A,
  milliseconds: number,
) =>
  firstResult(await inTime(browser.scripting.executeScript({ target: { tabId }, func, args }), milliseconds));
