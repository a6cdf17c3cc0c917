import { boxesAt, boxesIn, viewOf } from '../../rules/mp4-boxes.ts';

/** Headers that say when they were written (ISO/IEC 14496-12 §8.2.2, §8.3.2, §8.4.2). */
const dated: [string, ...string[]][] = [
  ['moov', 'mvhd'],
  ['moov', 'trak', 'tkhd'],
  ['moov', 'trak', 'mdia', 'mdhd'],
];

const isLong = (content: DataView): boolean => content.getUint8(0) === 1;

/**
 * Takes the hour of its making out of an init segment, in place: what was recorded by the same encoders has then
 * the same init segment, byte for byte, and plays on without a break.
 */
export const dropDates = (init: Uint8Array): void => {
  for (const path of dated) {
    for (const { content } of boxesAt(viewOf(init), ...path)) {
      const bytes = isLong(content) ? 16 : 8;
      new Uint8Array(content.buffer, content.byteOffset + 4, bytes).fill(0);
    }
  }
};

/** Ticks of a second on the clock of its one track. */
export const timescaleOf = (init: Uint8Array): number => {
  const [mdhd] = boxesAt(viewOf(init), 'moov', 'trak', 'mdia', 'mdhd');
  if (!mdhd) throw new Error('an init segment has a clock');
  return mdhd.content.getUint32(isLong(mdhd.content) ? 20 : 12);
};

const writeBox = (type: string, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(8 + parts.reduce((sum, { length }) => sum + length, 0));
  new DataView(bytes.buffer).setUint32(0, bytes.length);
  bytes.set(
    Uint8Array.from(type, (letter) => letter.charCodeAt(0)),
    4,
  );
  let at = 8;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
const bytesIn = ({ buffer, byteOffset, byteLength }: DataView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** What lies before the boxes in a box that holds some: `stsd` counts them, `avc1` describes the picture. */
const before: Readonly<Record<string, number>> = {
  moov: 0,
  trak: 0,
  mdia: 0,
  minf: 0,
  stbl: 0,
  stsd: 8,
  avc1: 78,
};

/** The same init segment for frames of another encoder: with its header (`avcC`, ISO/IEC 14496-15 §5.3.3). */
export const withHeader = (init: Uint8Array, header: Uint8Array): Uint8Array<ArrayBuffer> => {
  const rewrite = (view: DataView): Uint8Array[] =>
    [...boxesIn(view)].map(({ type, content }) => {
      if (type === 'avcC') return writeBox(type, [header]);
      const own = before[type];
      if (own === undefined) return writeBox(type, [bytesIn(content)]);
      const inner = new DataView(content.buffer, content.byteOffset + own, content.byteLength - own);
      return writeBox(type, [bytesIn(content).subarray(0, own), ...rewrite(inner)]);
    });
  // A box without its own header: what is in it.
  return writeBox('', rewrite(viewOf(init))).slice(8);
};
