/** A frame or packet, and when it begins on the track's clock. */
export type Sample = { atTicks: number; data: Uint8Array; isKey: boolean };

const keyFlags = 0x02000000;
const leaningFlags = 0x01010000;

const u32 = (...values: number[]): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (const [at, value] of values.entries()) view.setUint32(at * 4, value);
  return new Uint8Array(view.buffer);
};
const letters = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const join = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const box = (type: string, ...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const content = join(parts);
  return join([u32(content.length + 8), letters(type), content]);
};

const moof = (samples: readonly Sample[], endTicks: number, dataOffset: number): Uint8Array => {
  const [first] = samples;
  const rows = samples.flatMap(({ atTicks, data, isKey }, at) => [
    (samples[at + 1]?.atTicks ?? endTicks) - atTicks,
    data.length,
    isKey ? keyFlags : leaningFlags,
  ]);
  return box(
    'moof',
    box('mfhd', u32(0, 1)),
    box(
      'traf',
      // The recorder's tracks are number 1; offsets count from the `moof`.
      box('tfhd', u32(0x00020000, 1)),
      box('tfdt', u32(0x01000000, Math.floor((first?.atTicks ?? 0) / 2 ** 32), (first?.atTicks ?? 0) >>> 0)),
      box('trun', u32(0x00000701, samples.length, dataOffset, ...rows)),
    ),
  );
};

/**
 * A CMAF segment of one fragment (ISO/IEC 23000-19 §7.3.2) whose samples are shown in the order of the list, and
 * the last until `endTicks`. It goes with the init segment that the samples' encoder wrote.
 */
export const writeSegment = (samples: readonly Sample[], endTicks: number): Blob => {
  const headerBytes = moof(samples, endTicks, 0).length + 8;
  return new Blob(
    [
      box('styp', letters('iso5'), u32(0), letters('iso5iso6mp41cmfc')),
      join([moof(samples, endTicks, headerBytes)]),
      box('mdat', ...samples.map(({ data }) => data)),
    ],
    { type: 'video/mp4' },
  );
};
