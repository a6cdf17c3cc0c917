import { nearestMoment } from '../../rules/frame-moments.ts';
import { type Piece, secondsOf, startOf } from '../../rules/timeline.ts';
import { Tile } from './Tile.tsx';
import css from './Timeline.module.css';
import type { Editor } from './use-editor.ts';
import type { Strip } from './use-strip.ts';
import { Waveform } from './Waveform.tsx';

const tileHeight = 56;

/** Key frames are decoded many times faster: where tiles lie far apart, the nearest of them does. */
const momentOf = (piece: Piece, keys: readonly number[], seconds: number, tileSeconds: number): number => {
  if (seconds === piece.fromSeconds || tileSeconds < 1) return seconds;
  const key = nearestMoment(keys, seconds);
  return key >= piece.fromSeconds && key < piece.toSeconds ? key : seconds;
};

type TimelinePieceProps = { editor: Editor; strip: Strip; piece: Piece; at: number };

/** The pictures and the sound of one piece, as far as they are in sight. */
export const TimelinePiece = ({ editor, strip, piece, at }: TimelinePieceProps) => {
  const { recording, footage, waveforms, timeline } = editor;
  const { perSecond, seen } = strip;
  const { width = 16, height = 9 } = recording.takes[piece.take]?.video ?? {};
  const tileWidth = (tileHeight * width) / height;
  const tileSeconds = tileWidth / perSecond;
  const begin = strip.xOf(startOf(timeline, at));
  const pieceWidth = secondsOf(piece) * perSecond;
  const first = Math.max(0, Math.floor((seen.from - begin) / tileWidth) - 1);
  const last = Math.min(Math.ceil(pieceWidth / tileWidth), Math.ceil((seen.to - begin) / tileWidth) + 1);
  const left = first * tileWidth;
  const keys = footage.frames[piece.take]?.keys ?? [];
  const peaks = waveforms[piece.take];
  return (
    <div class={css.piece} style={{ left: `${begin}px`, width: `${pieceWidth}px` }}>
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
      {peaks && last > first && (
        <div class={css.sound} style={{ left: `${left}px` }}>
          <Waveform
            peaks={peaks}
            fromSeconds={piece.fromSeconds + left / perSecond}
            perSecond={perSecond}
            width={Math.ceil(Math.min(pieceWidth - left, (last - first) * tileWidth))}
          />
        </div>
      )}
    </div>
  );
};
