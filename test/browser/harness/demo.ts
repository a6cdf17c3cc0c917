import type { Page } from 'puppeteer-core';
import { fill, has, press } from './hands.ts';

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Counts down at once and records for about so long; `whileRecording` runs near the end of it. */
export const record = async (page: Page, seconds: number, whileRecording?: () => Promise<void>) => {
  await press(page, 'Record');
  await press(page, 'Start now');
  await has(page, 'button', 'Pause');
  await pause(seconds);
  await whileRecording?.();
  await press(page, 'Stop');
  await has(page, 'heading', 'Look at your demo');
};

export const publish = async (page: Page, title: string, strategy: string) => {
  await fill(page, 'Title', title);
  await fill(page, 'Strategy', strategy, 'combobox');
  await press(page, 'No', 'radio');
  await press(page, 'Publish to the group');
  await page.locator('::-p-text(It is published)').wait();
};
