import { useEffect, useRef } from 'preact/hooks';
import { nearestMoment } from '../../rules/frame-moments.ts';
import { type Piece, secondsOf, startOf } from '../../rules/timeline.ts';
import css from './Timeline.module.css';
import type { Editor } from './use-editor.ts';
import type { Footage } from './use-footage.ts';
import type { Strip } from './use-strip.ts';

export const stripHeight = 56;

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

/** Key frames are decoded many times faster: where tiles lie far apart, the nearest of them does. */
const momentOf = (piece: Piece, keys: readonly number[], seconds: number, tileSeconds: number): number => {
  if (seconds === piece.fromSeconds || tileSeconds < 1) return seconds;
  const key = nearestMoment(keys, seconds);
  return key >= piece.fromSeconds && key < piece.toSeconds ? key : seconds;
};

type PieceTilesProps = { editor: Editor; strip: Strip; piece: Piece; at: number };

/** The pictures of one piece, as far as they are in sight. */
export const PieceTiles = ({ editor, strip, piece, at }: PieceTilesProps) => {
  const { recording, footage, timeline } = editor;
  const { width = 16, height = 9 } = recording.takes[piece.take]?.video ?? {};
  const tileWidth = (stripHeight * width) / height;
  const tileSeconds = tileWidth / strip.perSecond;
  const begin = strip.xOf(startOf(timeline, at));
  const count = Math.ceil(secondsOf(piece) / tileSeconds);
  const first = Math.max(0, Math.floor((strip.seen.from - begin) / tileWidth) - 1);
  const last = Math.min(count, Math.ceil((strip.seen.to - begin) / tileWidth) + 1);
  const keys = footage.frames[piece.take]?.keys ?? [];
  return (
    <div class={css.piece} style={{ left: `${begin}px`, width: `${secondsOf(piece) * strip.perSecond}px` }}>
      {Array.from({ length: Math.max(0, last - first) }, (_, index) => {
        const tile = first + index;
        const seconds = piece.fromSeconds + tile * tileSeconds;
        return (
          <div key={tile} class={css.tile} style={{ left: `${tile * tileWidth}px`, width: `${tileWidth}px` }}>
            <Tile
              filmstrip={footage.filmstrip}
              take={piece.take}
              seconds={momentOf(piece, keys, seconds, tileSeconds)}
            />
          </div>
        );
      })}
    </div>
  );
};
