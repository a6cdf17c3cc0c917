import { BlobSource, Input, type InputVideoTrack, MP4 } from 'mediabunny';
import type { Take, Track } from '../../contract/kinds/demo.ts';

/** The bytes of a recorded file, by its name. */
export type ReadFile = (name: string) => Promise<Blob>;

/** A rendition of a take, to be read on the take's own time. Disposed of by whoever opened it. */
export const openTrack = async ({ init, segments }: Track, readFile: ReadFile): Promise<Input> => {
  const parts = await Promise.all([init, ...segments.map(({ name }) => name)].map(readFile));
  // An init segment and what follows it are together a fragmented MP4 (ISO/IEC 14496-12 §8.16).
  return new Input({ formats: [MP4], source: new BlobSource(new Blob(parts)) });
};

export const picturesOf = async (input: Input): Promise<InputVideoTrack> => {
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('a take has pictures');
  return track;
};

/** Opens a take's pictures for as long as `work` lasts. */
export const withPictures = async <T>(
  { video }: Take,
  readFile: ReadFile,
  work: (track: InputVideoTrack) => Promise<T>,
): Promise<T> => {
  using input = await openTrack(video, readFile);
  return await work(await picturesOf(input));
};
