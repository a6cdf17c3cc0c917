import { lengthOf, placeAt, spansOf, startOf, type Timeline } from '../timeline.ts';
import { type Cue, wholeMs } from './cues.ts';

/** A cue on the time of the take in which it is spoken: it goes where its take goes, and an undo brings it back. */
export type TakeCue = Cue & { take: number };
/** One as it is seen in the edited demo; `of` is the cue on a take that it comes from, by its index. */
export type PlacedCue = Cue & { of: number };

type Span = { fromSeconds: number; toSeconds: number };

/** Spans that follow one another in the demo are one: a cut in the middle of a cue leaves one line. */
const joined = (spans: readonly Span[]): Span[] => {
  const done: Span[] = [];
  for (const span of spans) {
    const last = done.at(-1);
    if (last && span.fromSeconds - last.toSeconds < 0.001) last.toSeconds = span.toSeconds;
    else done.push({ ...span });
  }
  return done;
};

/** What is left of the cues in the edited demo, in the order of play; a cue of what was cut out is not there. */
export const placeCues = (cues: readonly TakeCue[], timeline: Timeline): PlacedCue[] =>
  cues
    .flatMap(({ text, ...span }, of) =>
      joined(spansOf(timeline, span)).map(({ fromSeconds, toSeconds }) => ({
        fromSeconds: wholeMs(fromSeconds),
        toSeconds: wholeMs(toSeconds),
        text,
        of,
      })),
    )
    .filter(({ fromSeconds, toSeconds }) => toSeconds > fromSeconds)
    .sort((a, b) => a.fromSeconds - b.fromSeconds);

/** Less than this is nothing that anybody says. */
const leastSaidSeconds = 0.1;

/**
 * The cues that a cut goes through. Which of their words were said in what is left nobody knows: they are published
 * whole, and may still say what was cut out.
 */
export const cutCues = (cues: readonly TakeCue[], timeline: Timeline): TakeCue[] =>
  cues.filter(({ text, ...span }) => {
    const left = spansOf(timeline, span).reduce((sum, part) => sum + part.toSeconds - part.fromSeconds, 0);
    return text !== '' && left > 0 && span.toSeconds - span.fromSeconds - left > leastSaidSeconds;
  });

/** A cue of the demo on the take where it begins: as far as it lies in that take, or at least in its piece. */
const onTake = ({ fromSeconds, toSeconds, text }: Cue, timeline: Timeline): TakeCue[] => {
  const until = Math.min(toSeconds, lengthOf(timeline));
  const start = placeAt(timeline, fromSeconds);
  // A cue that ends where a piece does belongs to that piece, not to the one that begins there.
  const end = placeAt(timeline, until - 0.001);
  const piece = start && timeline[start.at];
  if (!start || !end || !piece) return [];
  const isOneTake = end.take === start.take && end.takeSeconds > start.takeSeconds;
  const pieceEnd = startOf(timeline, start.at) + piece.toSeconds - piece.fromSeconds;
  const lasts = Math.min(until, pieceEnd) - fromSeconds;
  const to = isOneTake ? end.takeSeconds + 0.001 : start.takeSeconds + lasts;
  return [{ take: start.take, fromSeconds: wholeMs(start.takeSeconds), toSeconds: wholeMs(to), text }];
};

const sameTime = (a: Cue, b: Cue): boolean =>
  a.fromSeconds === b.fromSeconds && a.toSeconds === b.toSeconds && a.text === b.text;

/**
 * The cues on their takes after the demo's were edited. One that was not touched stays exactly as it was, with
 * what of it is cut out now; those that are not seen at all stay too, for an undo.
 */
export const keepCues = (
  before: readonly TakeCue[],
  edited: readonly (Cue & { of?: number | null })[],
  timeline: Timeline,
): TakeCue[] => {
  const placed = Map.groupBy(placeCues(before, timeline), ({ of }) => of);
  const wanted = Map.groupBy(edited, ({ of }) => of ?? -1);
  const kept = before.flatMap((cue, of) => {
    const [was, is] = [placed.get(of), wanted.get(of)];
    if (!was) return [cue];
    const isUntouched =
      is?.length === was.length && was.every((one) => is.some((other) => sameTime(one, other)));
    return isUntouched ? [cue] : (is ?? []).flatMap((one) => onTake(one, timeline));
  });
  const made = wanted.get(-1) ?? [];
  return [...kept, ...made.flatMap((cue) => onTake(cue, timeline))];
};
