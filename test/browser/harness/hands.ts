import type { Page } from 'puppeteer-core';

type Role = 'button' | 'link' | 'textbox' | 'radio' | 'combobox' | 'heading' | 'menuitem' | 'slider' | 'img';
const named = (role: Role, name: string) => `::-p-aria([name="${name}"][role="${role}"])`;

/** A failure says what was looked for and what stood there instead. */
const on = async <T>(page: Page, wanted: string, act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (cause) {
    const there = await page.evaluate(() => document.body.innerText.slice(0, 600)).catch(() => 'nothing');
    throw new Error(`${wanted} is not on ${page.url()}, where one reads:\n${there}`, { cause });
  }
};

/**
 * Presses what a person would call by this name, once it can be pressed. A popup that closes at the press may
 * do so before the answer to it has come, and a locator would try again until its time is up.
 */
export const press = (page: Page, name: string, role: Role = 'button') => {
  const closes = new Promise<void>((resolve) => page.once('close', () => resolve()));
  return on(page, `${role} “${name}”`, () => Promise.race([page.locator(named(role, name)).click(), closes]));
};

/** Types into the field with this label, over what stood there. */
export const fill = (page: Page, label: string, text: string, role: Role = 'textbox') =>
  on(page, `${role} “${label}”`, () => page.locator(named(role, label)).fill(text));

/** Waits until these words stand on the page; shadow roots count. */
export const see = (page: Page, words: string) =>
  on(page, `“${words}”`, () => page.locator(`::-p-text(${words})`).wait());

export const has = (page: Page, role: Role, name: string) =>
  on(page, `${role} “${name}”`, () => page.locator(named(role, name)).wait());

/** Waits until these words stand nowhere on the page any more. */
export const seeNoMore = (page: Page, words: string) =>
  page.waitForFunction((text) => !document.body.innerText.includes(text), { polling: 200 }, words);

/** Asks again until the answer is yes: for what the Worker or a file shows and no page does. */
export const until = async (what: string, isSo: () => Promise<boolean> | boolean, withinMs = 30_000) => {
  const endsAt = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > endsAt) throw new Error(`In ${withinMs / 1000} s it did not come to: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
};
