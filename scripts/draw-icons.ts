import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from './find-chromium.ts';
import { root } from './root.ts';
import { task } from './task.ts';

/** `node scripts/draw-icons.ts`, after `extension/icon.svg` was changed: the toolbar takes pixels alone. */
await task(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Drawing needs Chromium, Chrome or Edge: install one.');
  const drawing = readFileSync(join(root, 'extension', 'icon.svg'), 'utf8');
  const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 128]) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(join(root, 'extension', 'public', 'icons', `${size}.png`), png);
  }
  await browser.close();
});
