import type { Page } from 'puppeteer-core';
import { fill, has, press } from './hands.ts';

/** From the set-up link to a group of one's own; answers the invite link that is shown there. */
export const setUp = async (page: Page, setupLink: string, name: string, group: string): Promise<string> => {
  await page.goto(setupLink);
  await fill(page, 'Your name', name);
  await press(page, 'Make a passkey and go on');
  await fill(page, 'Name of the group', group);
  await press(page, 'Make the group');
  const field = await page.locator('::-p-aria([name="Invite link"][role="textbox"])').waitHandle();
  const link = await field.evaluate((element) => (element as HTMLInputElement).value);
  await press(page, 'Go to the group', 'link');
  await has(page, 'heading', 'Reading queue');
  return link;
};

/** From an invite link to the group's queue. */
export const join = async (page: Page, invite: string, name: string): Promise<void> => {
  await page.goto(invite);
  await fill(page, 'Your name', name);
  await press(page, 'Make a passkey and go on');
  await has(page, 'heading', 'Reading queue');
};

/** The group that a page shows, from its address. */
export const groupOf = (page: Page): string => new URL(page.url()).pathname.split('/')[2] ?? '';
