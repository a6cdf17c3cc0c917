import { EncodedPacketSink } from 'mediabunny';
import type { Take } from '../../contract/kinds/demo.ts';
import { type ReadFile, withPictures } from './open-track.ts';

/** When each frame of a take begins, in seconds of its own time and in order; `keys` stand alone (key frames). */
export type FrameIndex = { all: readonly number[]; keys: readonly number[] };

/** Reads it from the headers of the segments: nothing is decoded for it. */
export const readFrameTimes = (take: Take, readFile: ReadFile): Promise<FrameIndex> =>
  withPictures(take, readFile, async (track) => {
    const all: number[] = [];
    const keys: number[] = [];
    const packets = new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true });
    for await (const { timestamp, type } of packets) {
      all.push(timestamp);
      if (type === 'key') keys.push(timestamp);
    }
    return { all: all.sort((a, b) => a - b), keys };
  });
