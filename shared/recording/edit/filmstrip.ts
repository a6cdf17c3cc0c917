import { CanvasSink, type Input } from 'mediabunny';
import type { Take } from '../../contract/kinds/demo.ts';
import { openTrack, picturesOf, type ReadFile } from './open-track.ts';

export type Picture = HTMLCanvasElement | OffscreenCanvas;

export type Filmstrip = {
  /** The frame that is seen at a moment of a take. Aborting takes back what has not begun; it rejects then. */
  picture: (take: number, seconds: number, options: { signal: AbortSignal }) => Promise<Picture>;
  close: () => void;
};

/** Small pictures of about 30 kB each. */
const mostKept = 400;

type Reel = { input: Input; sink: CanvasSink };

/** Small pictures of takes, decoded when they are asked for: one after another, and none of them twice. */
export const openFilmstrip = (
  takes: readonly Take[],
  readFile: ReadFile,
  { height }: { height: number },
): Filmstrip => {
  const reels = new Map<number, Promise<Reel>>();
  const kept = new Map<string, Picture>();
  let queue: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const open = async (index: number): Promise<Reel> => {
    const take = takes[index];
    if (!take) throw new Error(`there is no take ${index}`);
    const input = await openTrack(take.video, readFile);
    return { input, sink: new CanvasSink(await picturesOf(input), { height, fit: 'contain' }) };
  };
  const reelOf = (index: number): Promise<Reel> => {
    const reel = reels.get(index) ?? open(index);
    reels.set(index, reel);
    return reel;
  };
  const keep = (key: string, picture: Picture): Picture => {
    const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, picture);
    return picture;
  };

  const picture: Filmstrip['picture'] = (take, seconds, { signal }) => {
    const key = `${take}@${seconds.toFixed(3)}`;
    const decode = async (): Promise<Picture> => {
      signal.throwIfAborted();
      const before = kept.get(key);
      if (before) return before;
      const { sink } = await reelOf(take);
      const frame = (await sink.getCanvas(seconds)) ?? (await sink.getCanvas(0));
      if (!frame || isClosed) throw new Error(`no picture at ${seconds} s`);
      return keep(key, frame.canvas);
    };
    const known = kept.get(key);
    if (known) return Promise.resolve(known);
    const work = queue.then(decode);
    // The one who asked hears of it; who waits behind it only waits.
    queue = work.catch(() => undefined);
    return work;
  };

  return {
    picture,
    close: () => {
      isClosed = true;
      kept.clear();
      for (const reel of reels.values()) reel.then(({ input }) => input.dispose(), console.info);
    },
  };
};
