import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { extensionDir } from '../build/parts.ts';
import { findChromium } from '../find-chromium.ts';

const launch = async (executablePath: string, profile: string) => {
  // Chromium refuses to start as root with its sandbox.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    executablePath,
    headless: false,
    pipe: true,
    defaultViewport: null,
    userDataDir: profile,
    enableExtensions: [extensionDir],
    args: ['--no-first-run', '--no-default-browser-check', ...asRoot],
    ignoreDefaultArgs: ['--enable-automation'],
    handleSIGINT: false,
    handleSIGTERM: false,
  });
};

/**
 * Chrome, Chromium or Edge with the extension, in a profile of its own. Chrome itself ignores
 * `--load-extension` since 137; puppeteer loads it through the debugging pipe instead. Answers what closes
 * it; where none opens it says so, and the server goes on.
 */
export const openBrowser = async (address: string, dataDir: string): Promise<() => Promise<void>> => {
  const executablePath = findChromium();
  try {
    if (!executablePath) throw new Error('no Chrome, Chromium or Edge is where it is usually installed');
    const browser = await launch(executablePath, join(dataDir, 'browser'));
    const [page] = await browser.pages();
    await page?.goto(address);
    return () => browser.close();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.log(`No browser was opened (${reason}): open the address above in your own.`);
    return async () => undefined;
  }
};
