import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../harness/browsers.ts';
import { fill, has, press, see, seeNoMore } from '../harness/hands.ts';
import { type Authenticator, addPasskeys } from '../harness/passkeys.ts';
import { join, setUp } from '../harness/people.ts';
import { startEmptyServer } from '../harness/server.ts';

type Person = { page: Page } & Authenticator;

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Browser;
let ana: Person;
let ben: Person;
let invite: string;

/** A browser profile of somebody's own, with an authenticator in it. */
const somebody = async (): Promise<Person> => {
  const page = await (await browser.createBrowserContext()).newPage();
  return { page, ...(await addPasskeys(page)) };
};

/** As passkeys of one account reach a second device. */
const carryPasskeys = async (from: Person, to: Person) => {
  const { credentials } = await from.cdp.send('WebAuthn.getCredentials', from);
  for (const credential of credentials) {
    await to.cdp.send('WebAuthn.addCredential', { authenticatorId: to.authenticatorId, credential });
  }
};

const rowsOnDevice = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('chalkloop');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const stores = [...db.objectStoreNames];
    const transaction = db.transaction(stores);
    const counts = stores.map(
      (store) =>
        new Promise<number>((resolve) => {
          const counting = transaction.objectStore(store).count();
          counting.onsuccess = () => resolve(counting.result);
        }),
    );
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  });

const confirm = (page: Page, name: string) =>
  page.locator(`dialog[open] ::-p-aria([name="${name}"][role="button"])`).click();

beforeAll(async () => {
  server = await startEmptyServer();
  browser = await launchChromium();
  ana = await somebody();
  ben = await somebody();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('keeps the name when the passkey prompt is closed, and says what to do', async () => {
  const { page, cdp, authenticatorId } = ana;
  await page.goto(server.setupLink ?? '');
  await fill(page, 'Your name', 'Ana Ruiz');
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await press(page, 'Make a passkey and go on');
  await see(page, 'No passkey was used');
  expect(await page.$eval('input', ({ value }) => value)).toBe('Ana Ruiz');
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
});

it('takes the secret out of the address, and still knows it after a reload', async () => {
  await ana.page.reload();
  await has(ana.page, 'textbox', 'Your name');
  expect(ana.page.url()).toBe(`${server.url}/setup`);
});

it('says beside the field that a name is blank, and sends nothing', async () => {
  await fill(ana.page, 'Your name', ' \u2800 ');
  await press(ana.page, 'Make a passkey and go on');
  await see(ana.page, 'Write something under “Your name”.');
  expect(await ana.page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
});

it('lets in by set-up link and invite, and each set-up link once', async () => {
  invite = await setUp(ana.page, server.setupLink ?? '', 'Ana Ruiz', 'Tuesday review');
  await join(ben.page, invite, 'Ben Okoye');
  const late = await somebody();
  await late.page.goto(server.setupLink ?? '');
  await see(late.page, 'This Chalkloop is already set up');
});

it('opens the group without a network, and says so', async () => {
  await ben.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const network = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
  const session = await worker.createCDPSession();
  await session.send('Network.emulateNetworkConditions', network);
  await ben.page.setOfflineMode(true);
  await ben.page.reload();
  await has(ben.page, 'heading', 'Reading queue');
  await see(ben.page, 'You are offline.');
  await ben.page.setOfflineMode(false);
  await session.send('Network.emulateNetworkConditions', { ...network, offline: false });
  await session.detach();
  await ben.page.reload();
  await seeNoMore(ben.page, 'You are offline.');
});

it('leads to the page that was asked for after signing in on a second device', async () => {
  const second = await somebody();
  await carryPasskeys(ana, second);
  const asked = ana.page.url().replace(/queue$/, 'people');
  await second.page.goto(asked);
  await press(second.page, 'Sign in with a passkey');
  await has(second.page, 'heading', 'People');
  expect(second.page.url()).toBe(asked);

  await ana.page.goto(`${server.url}/devices`);
  await ana.page.locator('main li button').click();
  await confirm(ana.page, 'Sign out');
  await see(ana.page, 'Signed out.');
  await second.page.bringToFront();
  await second.page.reload();
  await has(second.page, 'button', 'Sign in with a passkey');
  await expect.poll(() => rowsOnDevice(second.page)).toBe(0);
});

it('brings back by a recovery code, typed anyhow, and by each code once', async () => {
  await ana.page.bringToFront();
  await ana.page.goto(`${server.url}/devices#recovery`);
  await press(ana.page, 'Make recovery codes');
  const code = await ana.page
    .locator('ol code')
    .map((element) => element.textContent)
    .wait();
  for (const words of ['Reading queue', 'has been used up']) {
    const lost = await somebody();
    await lost.page.goto(`${server.url}/recover`);
    await fill(lost.page, 'Recovery code', code.toLowerCase().replaceAll('-', ' '));
    await press(lost.page, 'Use the code');
    await see(lost.page, words);
  }
});

it('says of an ended invite link that it was ended', async () => {
  await ana.page.bringToFront();
  await ana.page.goto(ben.page.url().replace(/queue$/, 'people'));
  await press(ana.page, 'End this link');
  await confirm(ana.page, 'End this link');
  await see(ana.page, 'The link no longer works.');
  const late = await somebody();
  await late.page.goto(invite);
  await see(late.page, 'This link or code was ended by a host.');
});

it('wipes the group from whoever is removed, and says so', async () => {
  await ana.page.bringToFront();
  await press(ana.page, 'What to do with Ben Okoye');
  await press(ana.page, 'Remove');
  await confirm(ana.page, 'Remove');
  await see(ana.page, 'Ben Okoye is no longer in the group.');
  await ben.page.bringToFront();
  await ben.page.reload();
  await see(ben.page, 'This group is not here');
  await ben.page.goto(`${server.url}/`);
  await see(ben.page, 'You are in no group yet');
});

it('leaves nothing of a person on a device that signed out', async () => {
  await ana.page.bringToFront();
  await ana.page.goto(`${server.url}/devices`);
  await press(ana.page, 'Sign out here');
  await confirm(ana.page, 'Sign out');
  await has(ana.page, 'link', 'Sign in');
  expect(await rowsOnDevice(ana.page)).toBe(0);
});
