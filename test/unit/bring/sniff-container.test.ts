import { expect, it } from 'vitest';
import { openFootage } from '../../../shared/recording/bring/open-footage.ts';
import { sniffContainer } from '../../../shared/recording/bring/sniff-container.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Blob(parts.map((part) => (typeof part === 'string' ? part : new Uint8Array(part))));
const packets = (size: number, lead: number) =>
  Array.from({ length: size * 4 }, (_, at) => ((at - lead) % size === 0 ? 0x47 : 0));

it.each([
  ['MP4', bytes([0, 0, 0, 24], 'ftypisom'), 'video'],
  ['an old MOV', bytes([0, 0, 0, 8], 'wide', [0, 0, 0, 0], 'mdat'), 'video'],
  ['Matroska', bytes([0x1a, 0x45, 0xdf, 0xa3]), 'video'],
  ['WMV', bytes([0x30, 0x26, 0xb2, 0x75, 0x8e]), 'video'],
  ['AVI', bytes('RIFF', [1, 2, 3, 4], 'AVI LIST'), 'video'],
  ['a transport stream', bytes(packets(188, 0)), 'video'],
  ['one of a camera', bytes(packets(192, 4)), 'video'],
  ['WAV', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt '), 'sound'],
  ['MP3', bytes('ID3', [3, 0]), 'sound'],
  ['MP3 without a title', bytes([0xff, 0xfb, 0x90, 0x64]), 'sound'],
  ['WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), null],
  ['PDF', bytes('%PDF-1.7'), null],
  ['UTF-16', bytes([0xff, 0xfe, 65, 0]), null],
  ['a photo', bytes([0xff, 0xd8, 0xff, 0xe0]), null],
  ['one byte', bytes([0]), null],
])('knows %s', async (_, file, kind) => {
  expect(await sniffContainer(file)).toBe(kind);
});

it.each([
  ['nothing in it', 0, 'file-empty'],
  ['more than 4 GB', 4 * 1024 ** 3 + 1, 'video-too-big'],
])('refuses a file with %s unread', async (_, size, code) => {
  const unread = () => {
    throw new Error('it was read');
  };
  const file: Blob = Object.assign(new Blob(), { slice: unread });
  Object.defineProperty(file, 'size', { value: size });
  await expect(openFootage(file, { signal: new AbortController().signal })).rejects.toThrow(code);
});
