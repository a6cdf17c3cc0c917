import type { Browser, Page } from 'puppeteer-core';

/** Presses the toolbar button over `page`, as a person does: the popup opens and `activeTab` is granted. */
export const openPopup = async (browser: Browser, page: Page): Promise<Page> => {
  const [extension] = [...(await browser.extensions()).values()];
  if (!extension) throw new Error('the extension is not loaded');
  await page.bringToFront();
  // One that is just closing is not the one that opens.
  const before = new Set(browser.targets());
  const opens = browser.waitForTarget(
    (target) => !before.has(target) && target.url().endsWith('/popup.html'),
    { timeout: 15_000 },
  );
  await page.triggerExtensionAction(extension);
  return (await opens).asPage();
};
