import { browser } from 'wxt/browser';

const late = Symbol('late');

const inTime = async (work: Promise<unknown>, milliseconds: number): Promise<unknown> => {
  const timer = new Promise<typeof late>((resolve) => setTimeout(() => resolve(late), milliseconds));
  const answer = await Promise.race([work, timer]);
  if (answer === late) throw new Error('The page did not answer in time.');
  return answer;
};

const firstResult = (results: { result?: unknown }[]): unknown => results[0]?.result ?? null;

/**
 * Runs a built script in the tab's page, in a world of our own, and answers what it returned: hostile until
 * parsed. Throws where the browser lets nobody in, or when no answer came in time.
 */
export const runScript = async (tabId: number, file: `/${string}.js`, milliseconds: number) =>
  firstResult(
    (await inTime(browser.scripting.executeScript({ target: { tabId }, files: [file] }), milliseconds)) as {
      result?: unknown;
    }[],
  );

/** The same with a function that uses nothing but its arguments. */
export const runFunction = async <A extends unknown[]>(
  tabId: number,
  func: (...args: A) => unknown,
  args: A,
  milliseconds: number,
) =>
  firstResult(
    (await inTime(browser.scripting.executeScript({ target: { tabId }, func, args }), milliseconds)) as {
      result?: unknown;
    }[],
  );
