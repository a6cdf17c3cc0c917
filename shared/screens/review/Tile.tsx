import { useEffect, useRef } from 'preact/hooks';
import css from './Tile.module.css';
import type { Footage } from './use-footage.ts';

type TileProps = { filmstrip: Footage['filmstrip']; take: number; seconds: number };

/** One frame, decoded once it is there to be seen. */
export const Tile = ({ filmstrip, take, seconds }: TileProps) => {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    filmstrip.picture(take, seconds, { signal }).then(
      (picture) => {
        const canvas = ref.current;
        if (!canvas || signal.aborted) return;
        canvas.width = picture.width;
        canvas.height = picture.height;
        canvas.getContext('2d')?.drawImage(picture, 0, 0);
      },
      // A frame that cannot be decoded leaves its place empty; the timeline works without it.
      (error: unknown) => signal.aborted || console.info(error),
    );
    return () => leaving.abort();
  }, [filmstrip, take, seconds]);
  return <canvas ref={ref} class={css.picture} width={0} height={0} />;
};
