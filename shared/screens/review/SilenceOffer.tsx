import { useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import type { Span } from '../../recording/edit/place-segments.ts';
import { findSilence } from '../../recording/sound/find-silence.ts';
import { nearestMoment } from '../../rules/frame-moments.ts';
import { type Piece, secondsOf } from '../../rules/timeline.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './Review.module.css';
import { spanWords } from './span-words.ts';
import type { Editor } from './use-editor.ts';
import { peaksPerSecond } from './use-waveforms.ts';

/** Silence at the ends of what is left of a take, in seconds from where that begins. */
const silencesOf = ({ waveforms }: Editor, piece: Piece | undefined): Span[] => {
  const peaks = piece && waveforms[piece.take];
  if (!piece || !peaks) return [];
  const [from, to] = [piece.fromSeconds, piece.toSeconds].map((seconds) =>
    Math.round(seconds * peaksPerSecond),
  );
  return findSilence(peaks.subarray(from, to), peaksPerSecond);
};

type Offer = { key: string; span: Span; say: (words: { length: string }) => string };

const offersOf = (editor: Editor): Offer[] => {
  const { timeline, moments, length } = editor;
  const [first, last] = [timeline[0], timeline.at(-1)];
  const before = silencesOf(editor, first).find(({ fromSeconds }) => fromSeconds === 0);
  const after = silencesOf(editor, last).find(({ fromSeconds }) => fromSeconds > 0);
  const offers: Offer[] = [];
  if (first && before) {
    const span = { fromSeconds: 0, toSeconds: nearestMoment(moments, before.toSeconds) };
    offers.push({ key: `start ${first.take}`, span, say: m.review_silence_start });
  }
  if (last && after) {
    const from = length - secondsOf(last) + after.fromSeconds;
    const span = { fromSeconds: nearestMoment(moments, from), toSeconds: length };
    offers.push({ key: `end ${last.take}`, span, say: m.review_silence_end });
  }
  return offers;
};

/** Silence before the first word and after the last is offered as a cut, and cut by nobody else. */
export const SilenceOffer = ({ editor, onDone }: { editor: Editor; onDone: () => void }) => {
  const [left, setLeft] = useState<readonly string[]>([]);
  const offers = offersOf(editor).filter(({ key }) => !left.includes(key));
  return (
    <>
      {offers.map(({ key, span, say }) => (
        <Notice
          key={key}
          action={
            <div class={css.actions}>
              <Button onClick={() => editor.cut(span).then(onDone)}>{m.review_silence_cut()}</Button>
              <Button
                look="quiet"
                onClick={() => {
                  setLeft([...left, key]);
                  onDone();
                }}
              >
                {m.review_silence_keep()}
              </Button>
            </div>
          }
        >
          {say({ length: spanWords(span.toSeconds - span.fromSeconds) })}
        </Notice>
      ))}
    </>
  );
};
