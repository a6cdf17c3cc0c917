import { expect, it, vi } from 'vitest';
import { boxesAt, viewOf } from '../../../shared/rules/mp4-boxes.ts';
import { shiftSegment } from '../../../shared/rules/shift-segment.ts';

const box = (type: string, ...content: (number[] | Uint8Array)[]): Uint8Array => {
  const bytes = content.flatMap((part) => [...part]);
  const header = new DataView(new ArrayBuffer(8));
  header.setUint32(0, bytes.length + 8);
  [...type].forEach((letter, at) => {
    header.setUint8(4 + at, letter.charCodeAt(0));
  });
  return Uint8Array.from([...new Uint8Array(header.buffer), ...bytes]);
};
const u32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const long = (ticks: number) => box('tfdt', [1, 0, 0, 0], u32(Math.floor(ticks / 2 ** 32)), u32(ticks >>> 0));
const short = (ticks: number) => box('tfdt', [0, 0, 0, 0], u32(ticks));
const fragment = (tfdt: Uint8Array) => box('moof', box('mfhd', u32(0), u32(1)), box('traf', tfdt));

const timesOf = (segment: Uint8Array): number[] =>
  [...boxesAt(viewOf(segment), 'moof', 'traf', 'tfdt')].map(({ content }) =>
    content.getUint8(0) === 1 ? Number(content.getBigUint64(4)) : content.getUint32(4),
  );
const shifted = (segment: Uint8Array, ticks: number): number[] => {
  shiftSegment(segment, ticks);
  return timesOf(segment);
};

it.each([
  ['a long time', long(2 ** 33), 57_600, 2 ** 33 + 57_600],
  ['a long time back', long(115_200), -57_600, 57_600],
  ['a short time', short(48_000), 1_024, 49_024],
  ['a short time back', short(48_000), -1_024, 46_976],
  ['a time to before the beginning', long(10), -11, 0],
  ['a short time to before the beginning', short(10), -11, 0],
])('moves %s', (_, tfdt, ticks, then) => {
  expect(shifted(fragment(tfdt), ticks)).toEqual([then]);
});

it('moves every fragment of a segment, and leaves its media as it is', () => {
  const media = box('mdat', long(7));
  const segment = Uint8Array.from([...fragment(long(0)), ...media, ...fragment(long(100)), ...media]);
  const before = segment.slice();
  expect(shifted(segment, 5)).toEqual([5, 105]);
  expect(segment.length).toBe(before.length);
  expect(segment.filter((byte, at) => byte !== before[at])).toHaveLength(2);
});

it('takes an index along that would say another time', () => {
  const segment = Uint8Array.from([...box('sidx', new Uint8Array(44)), ...fragment(long(0))]);
  shiftSegment(segment, 5);
  expect([...boxesAt(viewOf(segment), 'sidx')]).toEqual([]);
  expect([...boxesAt(viewOf(segment), 'free')]).toHaveLength(1);
});

it.each([
  ['no bytes', new Uint8Array()],
  ['text', new TextEncoder().encode('this is no segment at all')],
  [
    'a box that says it is larger than it is',
    Uint8Array.from([...u32(900), ...new TextEncoder().encode('moof')]),
  ],
  ['a box that says it has no size', Uint8Array.from([...u32(0), ...new TextEncoder().encode('moof')])],
  ['a fragment that was cut short', fragment(Uint8Array.from([...u32(12), 116, 102, 100, 116, 1, 0, 0, 0]))],
])('leaves %s alone', (_, bytes) => {
  const before = bytes.slice();
  expect(() => shiftSegment(bytes, 5)).not.toThrow();
  expect(bytes).toEqual(before);
});

it('makes nothing of boxes that it passes over, however many a hostile file has', () => {
  const segment = Uint8Array.from([...new Array(1_000).fill([...box('free')]).flat(), ...fragment(long(0))]);
  const views = vi.spyOn(globalThis, 'DataView');
  shiftSegment(segment, 5);
  expect(views.mock.calls.length).toBeLessThan(10);
  views.mockRestore();
  expect(timesOf(segment)).toEqual([5]);
});
