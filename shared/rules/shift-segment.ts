import { boxesAt, viewOf } from './mp4-boxes.ts';

const free = 0x66726565;

/**
 * Moves a segment on its clock, in place: each fragment's decode time (`tfdt`, ISO/IEC 14496-12 §8.8.12) by
 * `ticks`, never before 0. An index (`sidx`) would still say the old time: it becomes free space.
 */
export const shiftSegment = (segment: Uint8Array, ticks: number): void => {
  const view = viewOf(segment);
  for (const { content } of boxesAt(view, 'moof', 'traf', 'tfdt')) {
    const isLong = content.byteLength >= 12 && content.getUint8(0) === 1;
    if (isLong) {
      const shifted = content.getBigUint64(4) + BigInt(ticks);
      content.setBigUint64(4, shifted > 0n ? shifted : 0n);
    } else if (content.byteLength >= 8) {
      content.setUint32(4, Math.max(0, content.getUint32(4) + ticks));
    }
  }
  for (const { header } of boxesAt(view, 'sidx')) header.setUint32(4, free);
};
