import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import type { Take } from '../../contract/kinds/demo.ts';
import { type Filmstrip, openFilmstrip } from '../../recording/edit/filmstrip.ts';
import { type FrameIndex, readFrameTimes } from '../../recording/edit/frame-times.ts';
import type { ReadFile } from '../../recording/edit/open-track.ts';
import { toMp4 } from '../../recording/edit/to-mp4.ts';
import { dropDates } from '../../recording/take/init-segment.ts';
import { timelineSeconds } from '../../rules/playlist.ts';
import { useApp } from '../app-context.ts';
import { readKept } from '../recording/keep-recording.ts';
import type { OpenRecording } from '../recording/read-recording.ts';
import type { Place } from './playback.ts';

/** A recording as it can be looked at: whole, and from this device alone. */
export type Footage = {
  readFile: ReadFile;
  /** The takes as they are heard: with their cleaned sound where that is switched on. */
  heard: readonly Take[];
  /** By the take's index. */
  places: readonly Place[];
  frames: readonly FrameIndex[];
  filmstrip: Filmstrip;
};
type FootageState = { at: 'opening' } | { at: 'open'; footage: Footage } | { at: 'failed' };

/** Twice what the strip is high: screens with fine dots show it sharp. */
const pictureHeight = 112;

const headOf = async ({ video, audio }: Take, readFile: ReadFile): Promise<string> => {
  const inits = audio ? [video.init, audio.init] : [video.init];
  const heads = inits.map(async (name) => {
    const bytes = new Uint8Array(await (await readFile(name)).arrayBuffer());
    dropDates(bytes);
    return bytes.join();
  });
  return (await Promise.all(heads)).join(' ');
};

/** Takes that were encoded alike follow one another in one file, so that most cuts jump within it. */
const openPlaces = async (takes: readonly Take[], readFile: ReadFile, signal: AbortSignal) => {
  const heads = await Promise.all(takes.map((take) => headOf(take, readFile)));
  const places: Place[] = [];
  for (const head of new Set(heads)) {
    const alike = takes.flatMap((take, index) => (heads[index] === head ? [{ take, index }] : []));
    const mp4 = await toMp4(
      alike.map(({ take }) => take),
      readFile,
      { signal },
    );
    const url = URL.createObjectURL(mp4);
    let fromSeconds = 0;
    for (const { take, index } of alike) {
      places[index] = { url, fromSeconds };
      fromSeconds += timelineSeconds([take]);
    }
  }
  return places;
};

/** What is heard: the cleaned sound where it is switched on. */
const heardTakes = ({ takes, clean }: OpenRecording): Take[] =>
  takes.map((take, index) => {
    const audio = clean?.[index];
    return audio ? { ...take, audio } : take;
  });

/** Takes never change once they are closed: what they are called and how many they are says enough. */
const nameOf = (takes: readonly Take[]): string =>
  takes.map(({ video, audio }) => [video.init, video.segments.length, audio?.init].join()).join(' ');

const letGo = ({ places, filmstrip }: Footage): void => {
  filmstrip.close();
  for (const { url } of places) URL.revokeObjectURL(url);
};

export const useFootage = (record: Id, recording: OpenRecording | null): FootageState => {
  const { db } = useApp();
  const [state, setState] = useState<FootageState>({ at: 'opening' });
  const takes = recording && heardTakes(recording);
  const name = takes && nameOf(takes);
  useEffect(() => {
    if (!takes) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const readFile: ReadFile = (file) => readKept(db, record, file);
    const filmstrip = openFilmstrip(takes, readFile, { height: pictureHeight });
    const open = async (): Promise<void> => {
      const frames = await Promise.all(takes.map((take) => readFrameTimes(take, readFile)));
      const places = await openPlaces(takes, readFile, signal);
      const footage = { readFile, heard: takes, places, frames, filmstrip };
      if (signal.aborted) letGo(footage);
      else setState({ at: 'open', footage });
    };
    open().catch((failure: unknown) => {
      if (signal.aborted) return;
      console.warn(failure);
      setState({ at: 'failed' });
    });
    return () => leaving.abort();
  }, [db, record, name]);
  const footage = state.at === 'open' ? state.footage : null;
  // Not before the next is there: until then this one is looked at.
  useEffect(() => () => void (footage && letGo(footage)), [footage]);
  return state;
};
