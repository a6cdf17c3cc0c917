import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { limits } from '../../shared/contract/limits.ts';
import {
  bytesOf,
  demo,
  demoDraft,
  demoFiles,
  entryOf,
  errorOf,
  made,
  put,
  putFile,
  sendFiles,
  textOf,
  ticketFor,
} from './say.ts';
import { type Seeded, seedGroup, seedPerson } from './seed.ts';
import { ask } from './worker.ts';

let ada: Seeded;
let group: string;
beforeAll(async () => {
  ada = await seedPerson();
  group = await seedGroup(ada);
});

const name = 'captions-0123abcd.vtt';
const plain =
  'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nGood morning &amp; welcome.\n\n00:00:02.000 --> 00:00:04.000\n¿Listos?\n';
const send = async (captions: string | Uint8Array) => {
  const { id } = await made(ada, group, demoDraft());
  const bytes = typeof captions === 'string' ? bytesOf(captions) : captions;
  return { id, bytes, answer: await putFile(ada, group, id, { name, bytes }) };
};

test('captions in plain words are kept as they came', async () => {
  const { id, bytes, answer } = await send(plain);
  expect([answer.status, await answer.json()]).toEqual([201, await entryOf(name, bytes)]);
  expect(await (await env.FILES.get(`spaces/${group}/${id}/${name}`))?.text()).toBe(plain);
});

const cue = (text: string) => `WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n${text}\n`;
test.each(
  Object.entries<string | Uint8Array>({
    'a script in a cue': cue('<script>alert(1)</script>'),
    'a tag in a cue': cue('<b>x</b>'),
    'a tag left open': cue('x <img src=x onerror=alert(1)'),
    'a timestamp tag': cue('<00:00:01.000>x'),
    'a style block': `WEBVTT\n\nSTYLE\n::cue { background: url(https://evil.test/x) }\n\n${cue('x').slice(8)}`,
    'a region': `WEBVTT\n\nREGION\nid:a\n\n${cue('x').slice(8)}`,
    'a note': `WEBVTT\n\nNOTE x\n\n${cue('x').slice(8)}`,
    'a note with an arrow': `WEBVTT\n\nNOTE 00:00 --> 00:01\n\n${cue('x').slice(8)}`,
    'settings of a cue': cue('x').replace('02.000', '02.000 line:0'),
    'the name of a cue': cue('x').replace('\n\n', '\n\nintro\n'),
    'words in the header': cue('x').replace('WEBVTT', 'WEBVTT - x'),
    'an entity that is not needed': cue('&#60;script&#62;'),
    'a null byte': cue('x\0y'),
    'a control character': cue('x\u0007y'),
    'letters turned round': cue('x\u202ey'),
    'Windows line ends': cue('x').replaceAll('\n', '\r\n'),
    'a byte order mark': `\ufeff${cue('x')}`,
    'no cue at all': 'WEBVTT\n',
    'an end before its beginning': cue('x').replace('02.000', '00.000'),
    'cues out of order': `WEBVTT\n\n00:00:03.000 --> 00:00:04.000\nb\n\n00:00:00.000 --> 00:00:02.000\na\n`,
    'a line that is too long': cue('x'.repeat(limits.cueLength + 1)),
    'too many lines': `WEBVTT\n${'\n00:00:00.000 --> 00:00:02.000\nx\n'.repeat(limits.cues + 1)}`,
    SRT: '1\n00:00:00,000 --> 00:00:02,000\nx\n',
    'a page': '<!doctype html><script>alert(1)</script>',
    'an empty text': ' ',
    'what is no UTF-8': new Uint8Array([...bytesOf('WEBVTT\n\n'), 0xff, 0xfe]),
    'UTF-16': new Uint8Array([0xff, 0xfe, 0x57, 0, 0x45, 0]),
  }),
)('%s is refused, and its bytes are not kept', async (_, captions) => {
  const { id, answer } = await send(captions);
  expect(answer.status).toBe(400);
  expect(await errorOf(answer)).toMatchObject({ code: 'unsafe-captions', field: name });
  expect(await env.FILES.head(`spaces/${group}/${id}/${name}`)).toBeNull();
});

test('more bytes than captions can have are refused before they are read', async () => {
  const { answer } = await send(new Uint8Array(limits.captionsBytes + 1));
  expect(answer.status).toBe(413);
});

test('a demo with captions leads to them in its playlist, and without does not', async () => {
  const { id } = await made(ada, group, demoDraft());
  const files = [...(await sendFiles(ada, group, id, demoFiles)), await entryOf(name, bytesOf(plain))];
  await putFile(ada, group, id, { name, bytes: bytesOf(plain) });
  const captions = { file: name, language: 'es' };
  const published = await put(ada, group, id, 1, demo(files, { captions }));
  expect(published.status).toBe(200);
  const ticket = await ticketFor(ada, group, id);
  const master = await textOf(await ask(`/files/${ticket}/master.m3u8`));
  expect(master).toMatch(
    /#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions".*LANGUAGE="es".*URI="captions\.m3u8"/,
  );
  expect(master).toContain('SUBTITLES="captions"');
  expect(await textOf(await ask(`/files/${ticket}/captions.m3u8`))).toContain(
    `#EXTINF:4.000000,\n${name}\n#EXT-X-ENDLIST`,
  );
  const file = await ask(`/files/${ticket}/${name}`);
  expect(await textOf(file)).toBe(plain);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'text/vtt; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });

  // Taken off again: neither the playlist nor the file is served any more.
  const without = files.filter((file) => file.name !== name);
  expect((await put(ada, group, id, 2, demo(without))).status).toBe(200);
  expect(await textOf(await ask(`/files/${ticket}/master.m3u8`))).not.toContain('SUBTITLES');
  expect((await ask(`/files/${ticket}/captions.m3u8`)).status).toBe(404);
  expect((await ask(`/files/${ticket}/${name}`)).status).toBe(404);
});

test('a demo says which file its captions are, by a name of their own', async () => {
  const { id } = await made(ada, group, demoDraft());
  const files = await sendFiles(ada, group, id, demoFiles);
  for (const captions of [
    { file: 't1-v-init.mp4', language: 'en' },
    { file: name, language: 'en"\n#' },
    'none',
  ]) {
    expect((await put(ada, group, id, 1, demo(files, { captions }))).status).toBe(400);
  }
});
