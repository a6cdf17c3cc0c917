import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { extensionDir } from '../../../scripts/build/parts.ts';
import { launchChromium } from '../harness/browsers.ts';
import { openPopup } from '../harness/extension.ts';
import { fill, has, press, see } from '../harness/hands.ts';
import { type Site, startOutside, startSite } from '../harness/outside.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { setUp } from '../harness/people.ts';
import { startEmptyServer } from '../harness/server.ts';

const run = 'window.ranHostile=1';
const hostile = (part: string) => `${part}<img src=x onerror="${run}"><script>${run}</script>`;
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);

const [title, byline, siteName, beginning] = ['Title', 'Byline', 'Site', 'Beginning'].map(hostile) as [
  string,
  string,
  string,
  string,
];
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta property="og:title" content="${escaped(title)}"><meta property="og:site_name" content="${escaped(siteName)}">
<meta name="author" content="${escaped(byline)}"><meta property="og:image" content="javascript:${run}"></head>
<body><article><p>${escaped(beginning)} ${'It takes two minutes, at the door. '.repeat(20)}</p></article></body></html>`;

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let outside: Awaited<ReturnType<typeof startOutside>>;
let site: Site;
let browser: Browser;
let home: Page;

beforeAll(async () => {
  server = await startEmptyServer();
  outside = await startOutside();
  site = await startSite({ '/hostile': page });
  browser = await launchChromium({
    extension: extensionDir,
    hosts: { 'news.test': site.port },
    proxyPort: outside.port,
  });
  home = await browser.newPage();
  await addPasskeys(home);
  await setUp(home, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
  const popup = await openPopup(browser, home);
  await press(popup, 'Connect');
  await see(popup, 'Tuesday review');
  await popup.close();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([server?.stop(), outside?.stop(), site?.stop()]);
});

it('shows a hostile page’s title, byline, site and text in the popup as words, and runs nothing of them', async () => {
  const tab = await browser.newPage();
  await tab.goto('http://news.test/hostile');
  const popup = await openPopup(browser, tab);
  // Once more from the beginning, with somebody listening: what was refused is a finding, for it was tried.
  await popup.evaluateOnNewDocument(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    addEventListener('securitypolicyviolation', (event) => refused.push(event.blockedURI));
  });
  await popup.reload();
  await has(popup, 'textbox', 'Title');
  await fill(popup, 'Why is it worth the group’s time?', hostile('Why'));

  expect(await popup.$eval('input', ({ value }) => value)).toBe(title);
  const words = await popup.evaluate(() => document.body.innerText);
  for (const said of [byline, siteName]) expect(words).toContain(said);
  expect(words).toContain(beginning);
  expect(await popup.$$('main script, main [onerror], main img:not([src^="data:image/jpeg"])')).toEqual([]);

  await press(popup, 'Save');
  await see(popup, 'Saved. Going to');
  expect(await popup.evaluate('window.ranHostile')).toBeUndefined();
  expect(await popup.evaluate('window.refused')).toEqual([]);
  expect(outside.asked).toEqual([]);
});
