import type { Page } from 'puppeteer-core';
import { createClient } from '../../shared/client/create-client.ts';
import { newId } from '../../shared/contract/ids.ts';
import { launchChromium } from '../browser/harness/browsers.ts';
import { inviteColleague } from '../browser/harness/colleague.ts';
import { fill, has, press, until } from '../browser/harness/hands.ts';
import { addPasskeys } from '../browser/harness/passkeys.ts';
import { groupOf, join, setUp } from '../browser/harness/people.ts';
import { startEmptyServer } from '../browser/harness/server.ts';
import { makePerson } from './person.ts';
import { type SlowLink, startSlowLink } from './slow-link.ts';

type Server = Awaited<ReturnType<typeof startEmptyServer>>;

const link = { bitsPerSecond: 5_000_000, roundTripMs: 40 };
/** As a plain uploader would have it, generously: a browser opens six connections to a server. */
const atOnce = 6;

const throughLink = async (server: Server): Promise<SlowLink & { at: (path: string) => string }> => {
  const slow = await startSlowLink(Number(new URL(server.url).port), link);
  return { ...slow, at: (path) => `http://localhost:${slow.port}${path}` };
};

/** Opens a card of this title as soon as it stands in the feed, plays it as soon as it can be, and notes the first frame. */
const watchFor = (page: Page, title: string) =>
  page.evaluate((wanted) => {
    const note = { ...document.documentElement.dataset };
    for (const key of Object.keys(note)) delete document.documentElement.dataset[key];
    const mark = (name: string) => {
      document.documentElement.dataset[name] = String(performance.timeOrigin + performance.now());
    };
    const look = () => {
      const found = [...document.querySelectorAll<HTMLAnchorElement>('main a')].find((anchor) =>
        anchor.textContent?.includes(wanted),
      );
      if (!found) return;
      observer.disconnect();
      mark('seenMs');
      document.addEventListener('loadstart', onLoad, { capture: true });
      found.click();
    };
    const onLoad = ({ target }: Event) => {
      if (!(target instanceof HTMLVideoElement)) return;
      document.removeEventListener('loadstart', onLoad, { capture: true });
      mark('playMs');
      target.requestVideoFrameCallback(() => mark('firstFrameMs'));
      void target.play();
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, title);

const marked = async (page: Page, name: string): Promise<number> => {
  const html = await page.waitForSelector(
    `html[data-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}]`,
  );
  return Number(await html?.evaluate((element, key) => (element as HTMLElement).dataset[key], name));
};

/** Waits until a demo is live, then has the peer's page look at once, as a push would. */
const nudgeWhenLive = async ({ d1 }: Server, peer: Page, demos: number): Promise<number> => {
  const count = "SELECT count(*) AS n FROM records WHERE kind = 'demo' AND state = 'live'";
  while (((await d1.prepare(count).first<number>('n')) ?? 0) < demos) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const liveMs = Date.now();
  // The answer's way back to the one who published.
  await new Promise((resolve) => setTimeout(resolve, link.roundTripMs / 2));
  await peer.evaluate(() => void dispatchEvent(new Event('focus')));
  return liveMs;
};

const waiting = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('chalkloop');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('outbox').objectStore('outbox').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

type Parts = { server: Server; author: Page; peer: Page; feed: string; demos: number };

const steps = (fromMs: number, ...toMs: number[]) => toMs.map((ms) => Math.round(ms - fromMs));

/** Records `seconds`, waits in review until all of it is sent, and publishes: until the peer's first frame. */
const share = async ({ server, author, peer, feed, demos }: Parts, seconds: number, most: number) => {
  const title = `Exit tickets, ${seconds} seconds`;
  await author.goto(feed.replace(/feed$/, 'record'));
  await press(author, 'Record');
  await press(author, 'Start now');
  await has(author, 'button', 'Pause');
  if (seconds < most) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    await press(author, 'Stop');
  }
  await has(author, 'heading', 'Look at your demo');
  await fill(author, 'Title', title);
  await fill(author, 'Strategy', 'Exit tickets', 'combobox');
  await press(author, 'No', 'radio');
  await until('all of it is sent', async () => (await waiting(author)) === 0, 60_000);
  await peer.goto(peer.url().replace(/\/demo\/.*|\/feed$/, '/feed'), { waitUntil: 'networkidle0' });
  await watchFor(peer, title);
  await author.evaluate(() => {
    const mark = () => {
      document.documentElement.dataset.pressedMs = String(performance.timeOrigin + performance.now());
    };
    document.addEventListener('click', mark, { capture: true, once: true });
  });
  const going = nudgeWhenLive(server, peer, demos);
  await press(author, 'Publish to the group');
  const pressedMs = await marked(author, 'pressedMs');
  const liveMs = await going;
  const seenMs = await marked(peer, 'seenMs');
  const playMs = await marked(peer, 'playMs');
  const frameMs = await marked(peer, 'firstFrameMs');
  console.error(`live, seen, play, frame after ms: ${steps(pressedMs, liveMs, seenMs, playMs, frameMs)}`);
  return (frameMs - pressedMs) / 1000;
};

/** The demo that was shared last, sent once more as a whole, over the same line: until the peer's first frame. */
const sendAfterStop = async ({ server, peer, demos }: Parts, invite: string, address: string) => {
  const { client: near, space, token } = await inviteColleague(server, invite, 'Cleo Adjei');
  const latest =
    "SELECT id, body, files FROM records WHERE kind = 'demo' AND state = 'live' ORDER BY seq DESC";
  const row = await server.d1.prepare(latest).first<{ id: string; body: string; files: string }>();
  if (!row) throw new Error('nothing was shared');
  const files: { name: string; bytes: number; sha256: string }[] = JSON.parse(row.files);
  const title = 'The same, sent after Stop';
  const body = { ...JSON.parse(row.body), title };
  const blobs = new Map<string, Blob>();
  for (const { name } of files) {
    const kept = await server.r2.get(`spaces/${space}/${row.id}/${name}`);
    blobs.set(name, new Blob([(await kept?.arrayBuffer()) ?? '']));
  }
  await near.me();
  await peer.goto(peer.url().replace(/\/demo\/.*/, '/feed'), { waitUntil: 'networkidle0' });
  await watchFor(peer, title);
  const going = nudgeWhenLive(server, peer, demos);

  const client = createClient({ origin: address, token });
  const id = newId();
  const put = { kind: 'demo' as const, parent: null };
  const stoppedMs = performance.timeOrigin + performance.now();
  await client.putRecord(space, id, 0, { ...put, state: 'draft', body: { title, strategy: '' }, files: [] });
  const left = [...files];
  const send = async () => {
    for (let file = left.shift(); file; file = left.shift()) {
      await client.putFile(space, id, { ...file, blob: blobs.get(file.name) ?? new Blob() });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  await client.putRecord(space, id, 1, { ...put, state: 'live', body, files });
  await going;
  const frameMs = await marked(peer, 'firstFrameMs');
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { seconds: (frameMs - stoppedMs) / 1000, bytes };
};

/**
 * From Publish to a peer's first frame, over 5 Mbit/s and 40 ms on either side, for ten seconds and for two
 * minutes; and for the two minutes with every byte sent only after Stop.
 */
export const run = async ([short = '10', long = '120']: string[]) => {
  const server = await startEmptyServer();
  const [authorLink, peerLink] = [await throughLink(server), await throughLink(server)];
  const browser = await launchChromium({ camera: await makePerson() });
  const peers = await launchChromium();
  try {
    const author = await browser.newPage();
    author.setDefaultTimeout(180_000);
    await addPasskeys(author);
    const setupPath = new URL(server.setupLink ?? '');
    const invite = await setUp(
      author,
      authorLink.at(setupPath.pathname + setupPath.hash),
      'Ana Ruiz',
      'Tuesday review',
    );
    const feed = authorLink.at(`/g/${groupOf(author)}/feed`);
    const peer = await peers.newPage();
    peer.setDefaultTimeout(60_000);
    await addPasskeys(peer);
    await join(peer, peerLink.at(`/join${new URL(invite).hash}`), 'Ben Okafor');
    await peer.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await peer.goto(peerLink.at(`/g/${groupOf(peer)}/feed`), { waitUntil: 'networkidle0' });

    const parts = { server, author, peer, feed };
    const seconds10 = await share({ ...parts, demos: 1 }, Number(short), 120);
    const seconds120 = await share({ ...parts, demos: 2 }, Number(long), 120);
    const after = await sendAfterStop({ ...parts, demos: 3 }, invite, authorLink.at(''));
    return {
      seconds10,
      seconds120,
      afterStopSeconds120: after.seconds,
      longerByFactor: seconds120 / seconds10,
      timesFaster: after.seconds / seconds120,
      bytes120: after.bytes,
    };
  } finally {
    await Promise.all([browser.close(), peers.close()]);
    authorLink.stop();
    peerLink.stop();
    await server.stop();
  }
};
