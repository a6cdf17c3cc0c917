import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { extensionDir } from '../../../scripts/build/parts.ts';
import { root } from '../../../scripts/root.ts';
import { type Server, startServer } from '../../../scripts/server/start-server.ts';
import { launchChromium } from '../harness/browsers.ts';
import { openPopup } from '../harness/extension.ts';
import { fill, has, press, see, until } from '../harness/hands.ts';
import { type Site, startSite } from '../harness/outside.ts';
import { addPasskeys } from '../harness/passkeys.ts';
import { setUp } from '../harness/people.ts';

const fixture = (name: string) => readFileSync(join(root, 'test', 'fixtures', 'pages', name), 'utf8');
/** As strict as a site can be: nothing from anywhere, not even its own scripts. */
const strict = { 'content-security-policy': "default-src 'none'; sandbox allow-scripts allow-same-origin" };
const pretender = '<!doctype html><head><meta name="chalkloop" content="1"></head><h1>Your group</h1>';

let dataDir: string;
let server: Server;
let site: Site;
let browser: Browser;
let home: Page;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'chalkloop-data-'));
  server = await startServer({ port: 0, dataDir, quiet: true });
  const pages = {
    '/plain': fixture('plain.html'),
    '/again': fixture('footnotes.html'),
    '/empty': fixture('no-text.html'),
    '/lead.png': readFileSync(join(extensionDir, 'icons', '128.png')),
    '/pretender': pretender,
    '/api/hello': '{"app":"chalkloop","setUp":true}',
  };
  site = await startSite(pages, strict);
  browser = await launchChromium({ extension: extensionDir, hosts: { 'news.test': site.port } });
  home = await browser.newPage();
  await addPasskeys(home);
  await setUp(home, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([server?.stop(), site?.stop()]);
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** The popup over a tab at `path` of the news site, and what closes both. */
const over = async (address: string) => {
  const tab = await browser.newPage();
  await tab.goto(address.startsWith('/') ? `http://news.test${address}` : address);
  const popup = await openPopup(browser, tab);
  return { tab, popup, close: () => Promise.all([popup.close().catch(() => undefined), tab.close()]) };
};
/** A connect code, as the signed-in page makes it. */
const connectCode = (): Promise<string> =>
  home.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/auth/connect-codes', { method: 'POST', headers, body: '{}' });
    return (await answer.json()).code;
  });
const clips = async (path: string) => {
  const sql = "SELECT count(*) AS n FROM records WHERE kind = 'clip' AND body ->> 'url' = ?";
  return (await server.d1.prepare(sql).bind(`http://news.test${path}`).first<number>('n')) ?? 0;
};
/** How many rows of any table the extension's database holds. */
const rowsLeft = (popup: Page) =>
  popup.evaluate(async () => {
    const opening = indexedDB.open('chalkloop');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const db = opening.result;
    const counts = [...db.objectStoreNames].map((name) => {
      const count = db.transaction(name).objectStore(name).count();
      return new Promise<number>((resolve) => count.addEventListener('success', () => resolve(count.result)));
    });
    const rows = (await Promise.all(counts)).reduce((sum, rows) => sum + rows, 0);
    db.close();
    return rows;
  });

it('names the origin of a page that says it is a Chalkloop, and sends no token without https', async () => {
  const { popup, close } = await over('/pretender');
  await see(popup, 'news.test');
  await see(popup, 'This page is not encrypted');
  expect(await popup.$$('::-p-aria([name="Connect"][role="button"])')).toEqual([]);
  await close();
});

it('elsewhere says what to do, and takes the code that the page shows', async () => {
  const { popup, close } = await over('/plain');
  await see(popup, 'Open your group’s Chalkloop page in a tab');
  await fill(popup, 'Address of your Chalkloop', 'http://chalkloop.test');
  await press(popup, 'Connect');
  await see(popup, 'This is not an address that can be connected to.');
  await see(popup, 'Type the code that the page shows');

  await fill(popup, 'Address of your Chalkloop', new URL(server.url).host);
  await fill(popup, 'Code', '0000-0000');
  await press(popup, 'Connect');
  await see(popup, 'This link or code is not known here.');

  await fill(popup, 'Code', await connectCode());
  await press(popup, 'Connect');
  await has(popup, 'combobox', 'For');
  await see(popup, 'Tuesday review');
  await close();
});

it('shows the article, its byline, site, time and picture, on a page that allows nothing', async () => {
  const { popup, close } = await over('/plain');
  await see(popup, 'Maya Okafor');
  await see(popup, 'The Staffroom');
  await see(popup, '1 minute to read');
  await see(popup, 'A card at the door takes two minutes');
  await popup.waitForSelector('img[src^="data:image/jpeg"]');
  await close();
});

it('says so when no network is there', async () => {
  const { popup, close } = await over('/empty');
  await has(popup, 'textbox', 'Title');
  await popup.evaluate(() => {
    Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });
  });
  await press(popup, 'Save');
  await see(popup, 'as soon as you are online.');
  await until('the clip on the Worker', async () => (await clips('/empty')) === 1);
  await close();
});

it('says in a sentence why one of the browser’s own pages cannot be saved', async () => {
  const { popup, close } = await over('chrome://version');
  await see(popup, 'This is one of the browser’s own pages');
  await close();
});

it('offers a page without text as a link', async () => {
  const { popup, close } = await over('/empty');
  await see(popup, 'There is no article text here; it can be queued as a link.');
  await close();
});

it('keeps what was typed when it closes, for this page alone', async () => {
  const first = await over('/plain');
  await fill(first.popup, 'Title', 'Cards, but shorter');
  await fill(first.popup, 'Why is it worth the group’s time?', 'We said we would.');
  await first.close();

  const other = await over('/again');
  await see(other.popup, 'Footnotes');
  expect(await other.popup.$eval('textarea', (field) => field.value)).toBe('');
  await other.close();

  const again = await over('/plain');
  await has(again.popup, 'textbox', 'Title');
  expect(await again.popup.$eval('input', (field) => field.value)).toBe('Cards, but shorter');
  expect(await again.popup.$eval('textarea', (field) => field.value)).toBe('We said we would.');
  await again.close();
});

it('says which field cannot be saved as it is', async () => {
  const { popup, close } = await over('/again');
  await fill(popup, 'Title', '   ');
  await press(popup, 'Save');
  await see(popup, 'Write something under “Title”.');
  await close();
});

it('saves without a server, and the clip arrives once when it is back', async () => {
  const { popup, close } = await over('/plain');
  await has(popup, 'textbox', 'Title');
  const port = Number(new URL(server.url).port);
  await server.stop();
  await press(popup, 'Save');
  await see(popup, 'Saved. Going to');
  await close();

  server = await startServer({ port, dataDir, quiet: true });
  await until('the clip on the Worker', async () => (await clips('/plain')) > 0, 60_000);
  const body = await server.d1
    .prepare("SELECT body FROM records WHERE body LIKE '%/plain%'")
    .first<string>('body');
  expect(JSON.parse(body ?? '')).toMatchObject({
    form: 'article',
    url: 'http://news.test/plain',
    title: 'Cards, but shorter',
    why: 'We said we would.',
    article: 'article.html',
    lead: 'lead.jpg',
  });
  const again = await over('/plain');
  await has(again.popup, 'textbox', 'Title');
  expect(await again.popup.$eval('textarea', (field) => field.value)).toBe('');
  await again.close();
  expect(await clips('/plain')).toBe(1);
});

it('leaves nothing behind when the browser was signed out elsewhere, says so, and connects again', async () => {
  await home.goto(server.url);
  await home.evaluate(async () => {
    const { devices } = await (await fetch('/api/auth/devices')).json();
    for (const { id, kind } of devices) {
      if (kind === 'extension') await fetch(`/api/auth/devices/${id}`, { method: 'DELETE' });
    }
  });
  const first = await over('/again');
  await see(first.popup, 'no longer knows this browser');
  expect(await rowsLeft(first.popup)).toBe(0);
  await first.close();

  const popup = await openPopup(browser, home);
  await see(popup, new URL(server.url).host);
  await press(popup, 'Connect');
  await see(popup, 'Tuesday review');
  await popup.close();
});

it('disconnects from the popup: at the server, and here', async () => {
  const { popup, close } = await over('/plain');
  await press(popup, 'Settings');
  await see(popup, 'Connected as Ana Ruiz');
  await press(popup, 'Disconnect this browser');
  await see(popup, 'What it holds of your groups is removed from it.');
  await press(popup, 'Disconnect this browser');
  await see(popup, 'Connect to your group');
  expect(await rowsLeft(popup)).toBe(0);
  const extensions = "SELECT count(*) AS n FROM devices WHERE kind = 'extension' AND revoked_at IS NULL";
  await until('the device gone', async () => (await server.d1.prepare(extensions).first<number>('n')) === 0);
  await close();
});
