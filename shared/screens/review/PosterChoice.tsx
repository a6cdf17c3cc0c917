import { m } from '../../messages/paraglide/messages.js';
import { placeAt, spansOf } from '../../rules/timeline.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import type { PosterChoice as Choice } from '../recording/read-recording.ts';
import css from './PosterChoice.module.css';
import { momentWords } from './span-words.ts';
import { Tile } from './Tile.tsx';
import type { Editor } from './use-editor.ts';
import type { usePoster } from './use-poster.ts';

const isSame = (one: Choice | null, other: Choice): boolean =>
  one?.take === other.take && Math.abs(one.seconds - other.seconds) < 0.001;

/** Where it is seen in the edited demo. */
const whenOf = ({ timeline }: Editor, { take, seconds }: Choice): string => {
  const span = spansOf(timeline, { take, fromSeconds: seconds, toSeconds: seconds + 0.001 })[0];
  return momentWords(span?.fromSeconds ?? 0);
};

type PosterChoiceProps = { editor: Editor; poster: ReturnType<typeof usePoster> };

export const PosterChoice = ({ editor, poster }: PosterChoiceProps) => {
  const { offered, chosen, choose } = poster;
  const { recording, footage, playback, timeline } = editor;
  const isOwn = chosen !== null && !offered.some((one) => isSame(chosen, one));
  const choices = isOwn ? [chosen, ...offered] : offered;
  const take = async (choice: Choice) => {
    await choose(choice);
    announce(m.review_poster_chosen({ time: whenOf(editor, choice) }));
  };
  const takeHere = () => {
    const place = placeAt(timeline, Math.min(playback.seconds.value, editor.length - 0.01));
    if (place) void take({ take: place.take, seconds: place.takeSeconds });
  };
  const { width = 16, height = 9 } = recording.takes[0]?.video ?? {};
  return (
    <Section title={m.review_poster()} lead={m.review_poster_lead()}>
      <ul class={css.choices}>
        {choices.map((choice) => (
          <li key={`${choice.take}@${choice.seconds}`}>
            <button
              type="button"
              class={css.choice}
              style={{ '--shape': `${width} / ${height}` }}
              aria-label={m.review_poster_at({ time: whenOf(editor, choice) })}
              aria-pressed={isSame(chosen, choice)}
              onClick={() => take(choice)}
            >
              <Tile filmstrip={footage.filmstrip} take={choice.take} seconds={choice.seconds} />
            </button>
          </li>
        ))}
      </ul>
      <Button disabled={editor.length === 0} onClick={takeHere}>
        {m.review_poster_here()}
      </Button>
    </Section>
  );
};
