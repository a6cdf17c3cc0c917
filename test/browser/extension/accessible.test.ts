import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionDir } from '../../../scripts/build/parts.ts';
import { articlePage } from '../harness/article.ts';
import { launchChromium } from '../harness/browsers.ts';
import { makeCamera } from '../harness/camera.ts';
import { openPopup } from '../harness/extension.ts';
import { has, press, see } from '../harness/hands.ts';
import { found, sideways } from '../harness/look.ts';
import { type Site, startSite } from '../harness/outside.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { setUp } from '../harness/people.ts';
import { startEmptyServer } from '../harness/server.ts';

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let site: Site;
let browser: Browser;
let home: Page;
let article: Page;

beforeAll(async () => {
  server = await startEmptyServer();
  site = await startSite({ '/exit-tickets': articlePage('Exit tickets that take two minutes') });
  const hosts = { 'news.test': site.port };
  browser = await launchChromium({ extension: extensionDir, camera: await makeCamera(), hosts });
  home = await browser.newPage();
  await addPasskeys(home);
  await setUp(home, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
  article = await browser.newPage();
  await article.goto('http://news.test/exit-tickets');
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([server?.stop(), site?.stop()]);
});

const expectNothingFound = async (page: Page) => {
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    // A colour that is on its way from the other theme is no finding.
    await page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter((animation) => animation instanceof CSSTransition)
          .map(({ finished }) => finished),
      ).then(() => undefined),
    );
    expect(await found(page), value).toEqual([]);
  }
  expect(await sideways(page)).toBe(0);
};

describe('axe finds nothing, by day and by night,', () => {
  it('in the popup before it is connected', async () => {
    const popup = await openPopup(browser, article);
    await has(popup, 'heading', 'Connect to your group');
    await press(popup, 'Connect');
    await see(popup, 'Type the code that the page shows');
    await expectNothingFound(popup);
    await popup.close();
  });

  it('in the popup that asks whether to connect, and that is connected', async () => {
    const popup = await openPopup(browser, home);
    await has(popup, 'button', 'Connect');
    await expectNothingFound(popup);
    await press(popup, 'Connect');
    await see(popup, 'This is Chalkloop itself');
    await see(popup, 'this browser is connected');
    await expectNothingFound(popup);
    await press(popup, 'Settings');
    await press(popup, 'Disconnect this browser');
    await has(popup, 'button', 'Cancel');
    await expectNothingFound(popup);
    await popup.close();
  });

  it('in the popup over an article, and when it is saved', async () => {
    const popup = await openPopup(browser, article);
    await has(popup, 'textbox', 'Title');
    await expectNothingFound(popup);
    await press(popup, 'Save');
    await see(popup, 'Saved. Going to');
    await expectNothingFound(popup);
    await popup.close();
  });

  it('in the side panel and the recorder’s tab', async () => {
    const popup = await openPopup(browser, article);
    const address = popup.url();
    // A tab in front of it closes a popup.
    const page = await browser.newPage();
    await page.setViewport({ width: 320, height: 640 });
    await page.goto(new URL('/sidepanel.html', address).href);
    await has(page, 'link', 'Exit tickets that take two minutes');
    await expectNothingFound(page);
    await page.goto(new URL('/recorder.html', address).href);
    await has(page, 'button', 'Record');
    await expectNothingFound(page);
    await page.close();
  });
});
