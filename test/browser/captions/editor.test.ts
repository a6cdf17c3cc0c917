import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../harness/browsers.ts';
import { has, press, see, seeNoMore, until } from '../harness/hands.ts';
import { found, looks, openIn, sideways } from '../harness/look.ts';
import { makeLibrary } from '../screens/library.ts';
import { makeDemo } from '../screens/make-demo.ts';
import { openWatched, type Watched } from '../screens/open-page.ts';
import { startPretendWorker } from '../screens/pretend-worker.ts';

const library = makeLibrary({ me: 'Ana', other: 'Ben', group: 'Tuesday review' });
const file = 'captions-0123abcd.vtt';
const vtt =
  'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nGood morning all.\n\n00:00:04.000 --> 00:00:06.000\nWho begins?\n';
let server: Awaited<ReturnType<typeof startPretendWorker>>;
let browser: Browser;
let folder: string;
const paths: Record<'bare' | 'captioned' | 'others', string> = { bare: '', captioned: '', others: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chalkloop-captions-'));
  const { body, files } = await makeDemo('Exit tickets', 'exit tickets', [10]);
  const author = library.me.id;
  const captions = { file, language: 'en' };
  const captioned = { ...body, title: 'Wait time', captions };
  const ids = {
    bare: library.put({ kind: 'demo', author, body, files }),
    captioned: library.put({ kind: 'demo', author, body: captioned, files: { ...files, [file]: vtt } }),
    others: library.put({ kind: 'demo', body: { ...body, title: 'Jigsaw' }, files }),
  };
  server = await startPretendWorker(library);
  for (const name of ['bare', 'captioned', 'others'] as const) {
    paths[name] = `${server.origin}/g/${library.space}/demo/${ids[name]}`;
  }
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** In a profile of its own: what one test typed is no draft of the next. */
let profile: Awaited<ReturnType<Browser['createBrowserContext']>>;
beforeEach(async () => {
  profile = await browser.createBrowserContext({
    downloadBehavior: { policy: 'allow', downloadPath: folder },
  });
});
afterEach(() => profile.close());

const open = async (name: keyof typeof paths, before = ''): Promise<Watched> => {
  const watched = await openWatched(profile, `${paths[name]}/captions`, { before });
  await see(watched.page, 'New line here');
  await watched.page.waitForFunction(`document.querySelector('video')?.readyState > 1`);
  return watched;
};
const texts = (page: Page) => page.$$eval('main ol textarea', (fields) => fields.map(({ value }) => value));
const times = (page: Page) =>
  page.$$eval('main ol input', (fields) => fields.map(({ value }) => value).join(' '));
const seek = async (page: Page, seconds: number) => {
  await page.evaluate(`document.querySelector('video').currentTime = ${seconds}`);
  await page.waitForFunction(`!document.querySelector('video').seeking`);
};
const at = (page: Page) => page.evaluate(`document.querySelector('video').currentTime`) as Promise<number>;
/** What of all drafts lies on this device, as JSON. */
const keptDrafts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('chalkloop');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('drafts').objectStore('drafts').getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(asked.result));
          };
        };
      }),
  );
const focused = (page: Page) =>
  page.evaluate(`[document.activeElement?.value, document.activeElement?.selectionStart]`);
const caretIn = async (page: Page, line: number, caret: number) => {
  const fields = await page.$$('main ol textarea');
  await fields[line]?.evaluate((field, place) => {
    field.focus();
    field.setSelectionRange(place, place);
  }, caret);
};

describe('captions that are written', () => {
  it('line by line, from the keyboard alone', async () => {
    const { page, errors } = await open('bare');
    await seek(page, 1);
    await (await page.waitForSelector('::-p-aria([name="New line here"][role="button"])'))?.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Good morning');
    await seek(page, 2.5);
    await page.keyboard.press('Enter');
    await page.keyboard.type('and welcome');
    expect(await texts(page)).toEqual(['Good morning', 'and welcome']);
    expect(await times(page)).toBe('0:01.0 0:02.5 0:02.5 0:05.5');

    // The caret goes in front of it and joins both, then parts them again between the words.
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    expect(await texts(page)).toEqual(['Good morning and welcome']);
    expect(await focused(page)).toEqual(['Good morning and welcome', 'Good morning'.length]);
    await page.keyboard.press('Enter');
    expect(await texts(page)).toEqual(['Good morning', 'and welcome']);
    expect(await focused(page)).toEqual(['and welcome', 0]);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toEqual(['Good morning', 12]);
    expect(errors).toEqual([]);
  });

  it('while the video plays, pauses and goes back 2 seconds without the hands leaving the keys', async () => {
    const { page } = await open('captioned');
    await caretIn(page, 0, 3);
    await seek(page, 5);
    await page.keyboard.down('Control');
    await page.keyboard.press(',');
    expect(await at(page)).toBeCloseTo(3, 1);
    await page.keyboard.press('Space');
    await page.waitForFunction(`!document.querySelector('video').paused`);
    await has(page, 'button', 'Pause');
    await page.keyboard.press('Space');
    await page.waitForFunction(`document.querySelector('video').paused`);
    await page.keyboard.up('Control');
    expect(await texts(page)).toEqual(['Good morning all.', 'Who begins?']);
    expect(await focused(page)).toEqual(['Good morning all.', 3]);
  });

  it('get their times by typing, by arrow keys, by a drag and by a press where the video is', async () => {
    const { page } = await open('captioned');
    const fields = await page.$$('main ol input');
    const [begins, ends] = fields;
    await begins?.click({ count: 3 });
    await page.keyboard.type('0:00,5');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    expect(await times(page)).toBe('0:00.5 0:03.1 0:04.0 0:06.0');
    // What is looked at follows what is moved.
    expect(await at(page)).toBeCloseTo(3.1, 1);

    const box = await ends?.boundingBox();
    if (!box) throw new Error('no field');
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 70, box.y + 10, { steps: 5 });
    await page.mouse.up();
    expect(await times(page)).toBe('0:00.5 0:04.1 0:04.1 0:06.0');

    await seek(page, 7.5);
    await press(page, 'Line 2 ends here');
    await seek(page, 5);
    await press(page, 'Line 2 begins here');
    expect(await times(page)).toBe('0:00.5 0:04.1 0:05.0 0:07.5');
  });

  it('say what is hard to read, and which line is on the screen', async () => {
    const { page } = await open('captioned');
    await seek(page, 5);
    await page.waitForSelector('li[aria-current=true] textarea[aria-label="Line 2, from 0:04.0 to 0:06.0"]');
    await caretIn(page, 1, 11);
    await page.keyboard.type(' Somebody who has not said anything yet today?');
    await see(page, 'Hard to read in this time');
  });

  it('are there again after the page was closed, and come from no one else’s draft', async () => {
    const { page } = await open('bare');
    await press(page, 'New line here');
    await page.waitForSelector('textarea:focus');
    await page.keyboard.type('Kept at every key');
    await until('the last key is kept', async () => (await keptDrafts(page)).includes('Kept at every key'));
    await page.close();
    const again = await open('bare');
    await until('the words are there', async () => (await texts(again.page)).join() === 'Kept at every key');
  });
});

describe('captions in files', () => {
  const choose = async (page: Page, name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content);
    const input = await page.$('input[type=file]');
    // The page's only file field takes captions.
    await (input as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(join(folder, name));
  };

  it('are read, as plain words, and take the place of others only when that was said', async () => {
    const { page } = await open('captioned');
    await choose(
      page,
      'a.srt',
      '1\r\n00:00:00,500 --> 00:00:02,000\r\n{\\an8}<b>Hola</b> <script>x</script>a todos\r\n',
    );
    await see(page, 'Replace the lines there are?');
    await press(page, 'Cancel');
    expect(await texts(page)).toHaveLength(2);
    await choose(
      page,
      'a.srt',
      '1\r\n00:00:00,500 --> 00:00:02,000\r\n{\\an8}<b>Hola</b> <script>x</script>a todos\r\n',
    );
    await press(page, 'Replace');
    await until('one line', async () => (await texts(page)).length === 1);
    expect(await texts(page)).toEqual(['Hola xa todos']);
  });

  it('that are broken are said by the line, and what can be read is read', async () => {
    const { page } = await open('bare');
    await choose(page, 'b.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nFirst\n\n00:65.000 --> 00:66.000\nLost');
    await see(page, 'Line 6: these times cannot be read');
    expect(await texts(page)).toEqual(['First']);
    await choose(page, 'c.vtt', 'Dear Ana');
    await see(page, 'This is not a captions file');
    expect(await texts(page)).toEqual(['First']);
  });

  it('are written as WebVTT and as SRT', async () => {
    const { page } = await open('captioned');
    const written = async (name: string) => {
      await until(`${name} is written`, () =>
        readFile(join(folder, name)).then(
          () => true,
          () => false,
        ),
      );
      return readFile(join(folder, name), 'utf8');
    };
    await press(page, 'Save as .vtt');
    expect(await written('captions.vtt')).toBe(vtt);
    await press(page, 'Save as .srt');
    expect(await written('captions.srt')).toContain('1\n00:00:01,000 --> 00:00:03,000\nGood morning all.\n');
  });
});

describe('a draft', () => {
  const recogniser = (state: string) => `
    window.SpeechRecognition = class {
      static available = async ({ processLocally }) => (processLocally ? '${state}' : 'available');
      static install = async () => true;
      get processLocally() { return this.local ?? false; }
      set processLocally(value) { this.local = value; }
      start(track) {
        window.heard = { kind: track.kind, local: this.local, lang: this.lang };
        const results = [{ isFinal: true, 0: { transcript: 'what the browser heard' } }];
        setTimeout(() => this.onresult({ resultIndex: 0, results: [{ isFinal: false, 0: { transcript: 'what' } }] }), 200);
        setTimeout(() => this.onresult({ resultIndex: 0, results }), 900);
      }
      stop() { this.onend?.(); }
      abort() { this.onend?.(); }
    };`;

  it('is made on the device, and nowhere else', async () => {
    const { page, asked } = await open('bare', recogniser('available'));
    await see(page, 'No sound leaves this device.');
    await press(page, 'Make a draft on this device');
    await see(page, 'Listening…');
    await until('the draft is there', async () => (await texts(page)).length === 1);
    expect(await texts(page)).toEqual(['what the browser heard']);
    expect(await page.evaluate('window.heard')).toEqual({ kind: 'audio', local: true, lang: 'en-US' });
    expect(asked.filter((url) => url.includes('captions-draft'))).toEqual([]);
  });

  it('can be stopped, and leaves the lines as they were', async () => {
    const { page } = await open('captioned', recogniser('available'));
    await press(page, 'Make a draft on this device');
    await press(page, 'Cancel');
    await see(page, 'Your lines stay as they were.');
    expect(await texts(page)).toHaveLength(2);
  });

  it.each([
    [
      'the browser has no recogniser',
      'delete window.SpeechRecognition; delete window.webkitSpeechRecognition;',
    ],
    ['its recogniser cannot stay on the device', `${recogniser('unavailable')}`],
    ['its recogniser cannot promise to', 'window.SpeechRecognition = class { start() {} };'],
  ])('is not offered where %s and the server has no service', async (_, before) => {
    const { page } = await open('bare', before);
    await until('the server was asked', () => server.asked.includes('GET /api/hello'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await page.$('::-p-text(Make a draft)')).toBeNull();
  });
});

describe('a demo without captions', () => {
  it('says so on its card and beside its video, and reminds its author alone', async () => {
    const { page } = await openWatched(profile, paths.bare);
    await see(page, 'Captions pending');
    await see(page, 'Only you see this reminder.');
    await press(page, 'Add captions', 'link');
    await see(page, 'Captions of “Exit tickets”');
    await page.goto(paths.others);
    await see(page, 'If you need them, say so to the person who made it.');
    expect(await page.$('::-p-text(Only you see this reminder.)')).toBeNull();
    await page.goto(`${paths.others}/captions`);
    await see(page, 'There is nothing at this address');
    await page.goto(`${server.origin}/g/${library.space}/feed`);
    await see(page, 'One of your demos has no captions yet.');
    await seeNoMore(page, '2 of your demos');
  });
});

describe.each(looks)('the editor, on $name', (look) => {
  it('has nothing that axe finds, and nothing beside the page', async () => {
    const page = await profile.newPage();
    await openIn(page, `${paths.captioned}/captions`, look);
    await page.waitForSelector('main ol textarea');
    await page.waitForSelector('media-captions-button');
    expect(await found(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    if (look.language === 'es') await see(page, 'Guardar para el grupo');
  });
});
