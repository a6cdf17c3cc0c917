import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Take, type Track, timelineFiles } from '../../../shared/contract/kinds/demo.ts';
import { timelineSeconds } from '../../../shared/rules/playlist.ts';
import { launchChromium, launchFirefox } from '../harness/browsers.ts';
import { seedMember } from '../harness/kernel.ts';
import { type Site, startSite } from '../harness/outside.ts';
import { startEmptyServer } from '../harness/server.ts';
import { frameNumbers, loudest, warnings } from './look-at-frames.ts';
import { openStudio } from './studio.ts';

const [lowHertz, secretHertz] = [400, 3_000];
const secret: [number, number] = [3.3, 7.7];
const size = { width: 640, height: 360 };
/** The second take first; then what is left of the first one without its middle and its end. */
const timeline = [
  { take: 1, fromSeconds: 0, toSeconds: 4 },
  { take: 0, fromSeconds: 0, toSeconds: 3.3 },
  { take: 0, fromSeconds: 7.7, toSeconds: 11 },
];
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

let server: Awaited<ReturnType<typeof startEmptyServer>>;
let member: Awaited<ReturnType<typeof seedMember>>;
let folder: string;
let record: string;
let recorded: Take[];
let published: Take[];
/** The folder of the published demo on the Worker. */
let demo: string;

const sendAll = async (names: Iterable<string>, from: string) => {
  const entries = [];
  for (const name of new Set(names)) {
    entries.push(await member.putFile(record, name, await readFile(join(from, name))));
  }
  return entries;
};

beforeAll(async () => {
  [server, folder] = [await startEmptyServer(), await mkdtemp(join(tmpdir(), 'chalkloop-cut-'))];
  member = await seedMember(server);
  record = member.newRecord();
  const draft = { kind: 'demo', parent: null, state: 'draft', files: [], body: { title: '', strategy: '' } };
  await member.put(record, 0, draft);

  const studio = await openStudio();
  const make = (index: number, seconds: number, tone?: [number, number]) =>
    studio.page.evaluate((made) => window.edit.make(made), { index, seconds, ...size, secret: tone });
  recorded = [await make(0, 12, secret), await make(1, 4)];
  const { takes, files } = await studio.page.evaluate(
    (all, pieces) => window.edit.assemble(all, pieces),
    recorded,
    timeline,
  );
  published = takes;
  // As the recorder does: every segment is on its way while the teacher still talks.
  const sent = await sendAll(timelineFiles(recorded), studio.folder);
  const wanted = new Set(timelineFiles(takes));
  const manifest = [...sent, ...(await sendAll(files, studio.folder))].filter(({ name }) => wanted.has(name));
  await studio.close();
  const body = {
    title: 'Exit tickets',
    strategy: 'Exit tickets',
    seconds: timelineSeconds(takes),
    takes,
    captions: 'pending',
    students: { answer: 'no', wording: 'Could students be identified?', at: 1 },
  };
  await member.put(record, 1, { ...draft, state: 'live', files: manifest, body });
  demo = await member.ticketFor(record);
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a published cut', () => {
  const master = () => `${demo}/master.m3u8`;

  it('has exactly the frames that begin within it, in the new order', async () => {
    expect(await frameNumbers(master())).toEqual([...range(0, 120), ...range(0, 99), ...range(231, 330)]);
  });

  it('is one timeline: one map, no break, and nothing that ffmpeg warns of', async () => {
    for (const rendition of ['video', 'audio']) {
      const playlist = await (await fetch(`${demo}/${rendition}.m3u8`)).text();
      expect(playlist).not.toContain('DISCONTINUITY');
      expect(playlist.match(/#EXT-X-MAP/g)).toHaveLength(1);
    }
    expect(await warnings(master())).toBe('');
  });

  it('names whole segments as they were recorded, and makes three files at each edge of a cut at most', () => {
    const before = new Set(timelineFiles(recorded));
    const made = new Set(timelineFiles(published).filter((name) => !before.has(name)));
    expect(made.size).toBeLessThanOrEqual(9);
    expect(timelineFiles(published).filter((name) => before.has(name)).length).toBeGreaterThan(8);
  });

  it('has sound for all of its picture', () => {
    for (const { video, audio } of published) {
      const sum = (track: Track | undefined) =>
        track?.segments.reduce((total, { seconds }) => total + seconds, 0) ?? 0;
      expect(sum(audio)).toBeGreaterThanOrEqual(sum(video) - 0.001);
      expect(sum(audio) - sum(video)).toBeLessThan(0.05);
    }
  });
});

describe('what was cut', () => {
  it('was there: until the sweep, the storage itself still has it', async () => {
    const sound = recorded[0]?.audio?.init ?? '';
    expect(await loudest(await alone(sound, 't0-a-0003.m4s'), secretHertz)).toBeGreaterThan(0.4);
  });

  it('is served under none of its names from the moment of publishing', async () => {
    const wanted = new Set(timelineFiles(published));
    const cut = timelineFiles(recorded).filter((name) => !wanted.has(name));
    expect(cut.length).toBeGreaterThan(4);
    for (const name of cut) {
      expect((await fetch(`${demo}/${name}`)).status, name).toBe(404);
      expect((await fetch(`${demo}/5/${name}`)).status, name).not.toBe(200);
    }
  });

  it('is in no byte that is left after the sweep: no frame of it, and no sound', async () => {
    await server.sweep();
    const { objects } = await server.r2.list({ limit: 1_000 });
    const left = objects.map(({ key }) => key.split('/').at(-1) ?? '').sort();
    expect(left).toEqual([...new Set(timelineFiles(published))].sort());
    const kept = new Set([...range(0, 99), ...range(231, 330)]);
    for (const { video, audio } of published) {
      for (const { name } of video.segments) {
        const numbers = await frameNumbers(await alone(video.init, name));
        expect(numbers.length).toBeGreaterThan(0);
        if (!name.startsWith('t1-'))
          expect(
            numbers.filter((number) => !kept.has(number)),
            name,
          ).toEqual([]);
      }
      for (const { name } of audio?.segments ?? []) {
        expect(await loudest(await alone(audio?.init ?? '', name), secretHertz), name).toBeLessThan(0.004);
      }
    }
    expect(await loudest(`${demo}/audio.m3u8`, lowHertz)).toBeGreaterThan(0.4);
    expect(await loudest(`${demo}/audio.m3u8`, secretHertz)).toBeLessThan(0.004);
  });
});

const keyOf = (name: string) => `spaces/${member.group}/${record}/${name}`;
const stored = async (name: string) => {
  const file = await server.r2.get(keyOf(name));
  if (!file) throw new Error(`${name} is not in R2`);
  return new Uint8Array(await file.arrayBuffer());
};
/** A segment as R2 holds it, with its init segment alone. */
const alone = async (init: string, name: string): Promise<string> => {
  const file = join(folder, 'alone.mp4');
  await writeFile(file, Buffer.concat([await stored(init), await stored(name)]));
  return file;
};

const hls = createRequire(import.meta.url).resolve('hls.js/dist/hls.min.js');
const page = (script: string) => `<!doctype html><video muted></video>${script}`;

describe.each([
  { name: 'Chromium, which plays HLS itself', launch: () => launchChromium(), isNative: true },
  { name: 'Firefox, by hls.js', launch: launchFirefox, isNative: false },
])('a published cut in $name', ({ launch, isNative }) => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    site = await startSite({
      '/': page(isNative ? '' : '<script src="/hls.js"></script>'),
      '/hls.js': await readFile(hls),
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('plays from its first frame to its last, over every seam', async () => {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${site.port}/`);
    const attach = isNative
      ? `video.src = address;`
      : `const hls = new Hls(); hls.loadSource(address); hls.attachMedia(video);`;
    await tab.evaluate(`{ const video = document.querySelector('video'), address = '${demo}/master.m3u8';
      window.at = []; video.ontimeupdate = () => window.at.push(video.currentTime); video.playbackRate = 2;
      ${attach} void video.play(); }`);
    await tab.waitForFunction(`document.querySelector('video').ended`, { timeout: 30_000 });
    const { duration, error } = (await tab.evaluate(
      `(({ duration, error }) => ({ duration, error: error && error.message }))(document.querySelector('video'))`,
    )) as { duration: number; error: string | null };
    expect(error).toBeNull();
    expect(Math.abs(duration - timelineSeconds(published))).toBeLessThan(0.1);
    const times = (await tab.evaluate('window.at')) as number[];
    expect(times[0]).toBeLessThan(1.5);
    expect(times.at(-1)).toBeGreaterThan(10);
  });
});
