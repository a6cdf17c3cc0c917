import { useEffect, useMemo, useState } from 'preact/hooks';
import { pictureWorth } from '../../recording/edit/picture-worth.ts';
import { nearestMoment } from '../../rules/frame-moments.ts';
import { placeAt, type Timeline } from '../../rules/timeline.ts';
import { useApp } from '../app-context.ts';
import type { PosterChoice } from '../recording/read-recording.ts';
import { keepPoster } from './keep-edit.ts';
import type { Editor } from './use-editor.ts';
import type { Footage } from './use-footage.ts';

const offeredCount = 6;

/** A picture that was cut out is not shown either, whenever it was chosen. */
const isKept = (timeline: Timeline, { take, seconds }: PosterChoice): boolean =>
  timeline.some((piece) => piece.take === take && seconds >= piece.fromSeconds && seconds < piece.toSeconds);

/** From all over the demo; key frames where there are, for they are decoded at once. */
const offer = ({ timeline, length, footage }: Editor): PosterChoice[] => {
  const found = Array.from({ length: offeredCount }, (_, index) => {
    const place = placeAt(timeline, (length * (index + 0.5)) / offeredCount);
    if (!place) return [];
    const { take, takeSeconds } = place;
    const { all, keys } = footage.frames[take] ?? { all: [], keys: [] };
    const key = { take, seconds: nearestMoment(keys, takeSeconds) };
    const any = { take, seconds: nearestMoment(all, takeSeconds) };
    return [key, any].filter((choice) => isKept(timeline, choice)).slice(0, 1);
  }).flat();
  const names = new Set<string>();
  return found.filter(({ take, seconds }) => {
    const name = `${take}@${seconds}`;
    return !names.has(name) && names.add(name);
  });
};

const bestOf = async (
  { filmstrip }: Footage,
  choices: readonly PosterChoice[],
  signal: AbortSignal,
): Promise<PosterChoice | null> => {
  let best: { choice: PosterChoice; worth: number } | null = null;
  for (const choice of choices) {
    const picture = await filmstrip.picture(choice.take, choice.seconds, { signal });
    const worth = pictureWorth(picture);
    if (!best || worth > best.worth) best = { choice, worth };
  }
  return best?.choice ?? null;
};

/** The picture that a demo is shown by: the one chosen, or the best of some. */
export const usePoster = (editor: Editor) => {
  const { db } = useApp();
  const { recording, footage, timeline } = editor;
  const name = JSON.stringify(timeline);
  const offered = useMemo(() => offer(editor), [name, footage]);
  const [best, setBest] = useState<PosterChoice | null>(null);
  const own = recording.poster && isKept(timeline, recording.poster) ? recording.poster : null;
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    // A demo without a picture before it plays is still a demo.
    bestOf(footage, offered, signal).then(setBest, (error) => signal.aborted || console.info(error));
    return () => leaving.abort();
  }, [offered]);
  const automatic = best && isKept(timeline, best) ? best : (offered[0] ?? null);
  return {
    offered,
    chosen: own ?? automatic,
    choose: (choice: PosterChoice) => keepPoster(db, recording.record, choice),
  };
};
