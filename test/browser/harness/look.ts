import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA and its best practices, with the markup it finds it in. */
export const found = async (on: Page): Promise<string[]> => {
  await on.evaluate(`${axe};0`);
  const { violations } = (await on.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

/** In pixels: what one would have to scroll sideways for. */
export const sideways = (on: Page): Promise<number> =>
  on.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** How one may come to a screen: small, dark, in Spanish, with large letters. */
export const looks = [
  { name: 'a phone by day', width: 320, height: 640, scheme: 'light', language: 'es', text: '100%' },
  { name: 'a laptop by night', width: 1280, height: 800, scheme: 'dark', language: 'en', text: '100%' },
  { name: 'twice the text', width: 640, height: 800, scheme: 'light', language: 'es', text: '200%' },
] as const;

export type Look = (typeof looks)[number];

/** Opens `address` in that look and waits until a screen stands there. */
export const openIn = async (on: Page, address: string, { width, height, scheme, language, text }: Look) => {
  await on.bringToFront();
  await on.setViewport({ width, height });
  await on.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await on.goto(new URL('/icon.svg', address).href);
  await on.evaluate((locale) => localStorage.setItem('PARAGLIDE_LOCALE', locale), language);
  await on.goto(address);
  await on.locator('main h1, main h2').wait();
  await on.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, text);
};
