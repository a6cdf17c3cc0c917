import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { dropDates, timescaleOf, withHeader } from '../../../shared/recording/take/init-segment.ts';
import { boxesAt, boxesIn, viewOf } from '../../../shared/rules/mp4-boxes.ts';

const recorded = new Uint8Array(
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'recorded-init.mp4')),
);
let init: Uint8Array;
beforeEach(() => {
  init = recorded.slice();
});

const path = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd'] as const;
/** What the decoder is told; it lies in the sample entry, after 78 bytes about the picture. */
const headerOf = (bytes: Uint8Array): Uint8Array => {
  const [stsd] = boxesAt(viewOf(bytes), ...path);
  if (!stsd) throw new Error('no sample descriptions');
  const { buffer, byteOffset, byteLength } = stsd.content;
  const [entry] = boxesIn(new DataView(buffer, byteOffset + 8, byteLength - 8));
  if (!entry) throw new Error('no sample entry');
  const inner = new DataView(buffer, entry.content.byteOffset + 78, entry.content.byteLength - 78);
  const avcC = [...boxesIn(inner)].find(({ type }) => type === 'avcC')?.content;
  if (!avcC) throw new Error('no header');
  return new Uint8Array(buffer, avcC.byteOffset, avcC.byteLength);
};

it('is the same whenever it was made', () => {
  const other = recorded.slice();
  for (const { content } of boxesAt(viewOf(other), 'moov', 'mvhd')) content.setUint32(4, 1_234_567);
  for (const { content } of boxesAt(viewOf(other), 'moov', 'trak', 'mdia', 'mdhd')) content.setUint32(8, 7);
  expect(other).not.toEqual(init);
  for (const one of [init, other]) dropDates(one);
  expect(other).toEqual(init);
});

it('knows the clock of its track', () => {
  expect(timescaleOf(init)).toBe(57_600);
  dropDates(init);
  expect(timescaleOf(init)).toBe(57_600);
});

it('is itself again with its own header', () => {
  expect(withHeader(init, headerOf(init))).toEqual(init);
});

it.each([1, 20, 300])('has another header of %i bytes, and nothing else of it changes', (length) => {
  const header = new Uint8Array(length).fill(7);
  const changed = withHeader(init, header);
  expect(headerOf(changed)).toEqual(header);
  expect(changed.length).toBe(init.length - headerOf(init).length + length);
  expect(withHeader(changed, headerOf(init))).toEqual(init);
});
