import {
  BufferTarget,
  type Input,
  type InputAudioTrack,
  type InputVideoTrack,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import type { Take, Track } from '../../contract/kinds/demo.ts';
import { timelineSeconds } from '../../rules/playlist.ts';
import { prepareEncoders } from '../take/encoding.ts';
import { createPictures, createSound } from './mp4-tracks.ts';
import { openTrack, picturesOf, type ReadFile } from './open-track.ts';

type Options = {
  /** 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal | undefined;
};

type Reel = { take: Take; video: InputVideoTrack; audio: InputAudioTrack | null };

const mux = async (reels: readonly Reel[], { onProgress, signal }: Options): Promise<Blob> => {
  const heard = reels.flatMap(({ audio }) => audio ?? []);
  const pictures = await createPictures(reels.map(({ video }) => video));
  const sound = await createSound(heard);
  if (pictures.isEncoding || sound.isEncoding) await prepareEncoders();

  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  output.addVideoTrack(pictures.source);
  if (heard.length > 0) output.addAudioTrack(sound.source);
  const whole = timelineSeconds(reels.map(({ take }) => take));
  const write = async (): Promise<void> => {
    await output.start();
    let begin = 0;
    let soundEnd = 0;
    for (const { take, video, audio } of reels) {
      const from = begin;
      const shift = from - (take.fromSeconds ?? 0);
      const end = from + timelineSeconds([take]);
      const placePicture = (timestamp: number) => {
        signal?.throwIfAborted();
        const at = Math.max(from, timestamp + shift);
        onProgress?.(Math.min(1, at / whole));
        return at < end ? at : null;
      };
      // Packets of sound lie on each stretch's own grid: one that would lie over the end of the last is left out.
      const placeSound = (timestamp: number, duration: number) => {
        signal?.throwIfAborted();
        const at = timestamp + shift;
        if (at < soundEnd - duration / 2 || at >= end) return null;
        const placed = Math.max(at, soundEnd);
        soundEnd = placed + duration;
        return placed;
      };
      // Both at once: the muxer holds one track's packets until the other has come as far.
      await Promise.all([pictures.write(video, placePicture), audio && sound.write(audio, placeSound)]);
      begin = end;
    }
    await output.finalize();
  };
  await write().catch(async (error: unknown) => {
    await output.cancel();
    throw error;
  });
  if (!target.buffer) throw new Error('the MP4 was closed without its bytes');
  return new Blob([target.buffer], { type: 'video/mp4' });
};

/**
 * One ordinary MP4 of stretches that follow one another: copied packet by packet, and only where they were
 * encoded in different ways encoded anew. Rejects with the signal's reason when it is aborted.
 */
export const toMp4 = async (
  takes: readonly Take[],
  readFile: ReadFile,
  options: Options = {},
): Promise<Blob> => {
  const inputs: Input[] = [];
  const open = async (track: Track): Promise<Input> => {
    const input = await openTrack(track, readFile);
    inputs.push(input);
    return input;
  };
  try {
    const reels = await Promise.all(
      takes.map(async (take) => ({
        take,
        video: await picturesOf(await open(take.video)),
        audio: take.audio ? await (await open(take.audio)).getPrimaryAudioTrack() : null,
      })),
    );
    return await mux(reels, options);
  } finally {
    for (const input of inputs) input.dispose();
  }
};
