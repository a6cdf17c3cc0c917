import { useEffect, useMemo, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import type { Span } from '../../recording/edit/place-segments.ts';
import type { EditHistory } from '../../rules/edit-history.ts';
import { frameMoments, onFrames } from '../../rules/frame-moments.ts';
import { cutOut, lengthOf, movePiece, removePiece, type Timeline } from '../../rules/timeline.ts';
import { announce } from '../../ui/announce.ts';
import { useApp } from '../app-context.ts';
import type { OpenRecording } from '../recording/read-recording.ts';
import { keepEdit, keepRedo, keepUndo } from './keep-edit.ts';
import { createPlayback, type Playback } from './playback.ts';
import { spanWords } from './span-words.ts';
import type { Footage } from './use-footage.ts';
import { useWaveforms, type Waveforms } from './use-waveforms.ts';

/** Everything that the parts of the review work on together. Seconds are those of the edited demo. */
export type Editor = {
  recording: OpenRecording;
  footage: Footage;
  waveforms: Waveforms;
  playback: Playback;
  timeline: Timeline;
  length: number;
  /** Where frames begin: cuts are made there and nowhere else. */
  moments: readonly number[];
  /** What is to be cut out, while it is being chosen. */
  marked: Span | null;
  mark: (span: Span | null) => void;
  cut: (span: Span) => Promise<void>;
  move: (from: number, to: number) => Promise<void>;
  remove: (at: number) => Promise<void>;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
};

/** The editor of a recording whose video is on the page; each step is kept before it is seen. */
export const useEditor = (
  recording: OpenRecording,
  footage: Footage,
  video: HTMLVideoElement | null,
): Editor | null => {
  const { db } = useApp();
  const { record, history } = recording;
  const timeline = history.now;
  const waveforms = useWaveforms(footage);
  const [marked, mark] = useState<Span | null>(null);
  const [playback, setPlayback] = useState<Playback | null>(null);
  useEffect(() => {
    if (!video) return;
    const made = createPlayback(video);
    // Before anybody can press a key.
    made.show(footage.places, timeline);
    setPlayback(made);
    return made.close;
  }, [video]);
  // A row that is read again is another object; what it says is the same.
  const name = JSON.stringify(timeline);
  useEffect(() => playback?.show(footage.places, timeline), [playback, footage, name]);
  const frames = useMemo(() => footage.frames.map(({ all }) => all), [footage]);
  const moments = useMemo(() => frameMoments(timeline, frames), [name, frames]);
  if (!playback) return null;

  const step = async (edit: (now: Timeline) => Timeline): Promise<EditHistory> => {
    mark(null);
    // What was not cut stays as it is, to the last sample: it is published without being encoded anew.
    return keepEdit(db, record, (now) =>
      edit(now).map((piece) => (now.includes(piece) ? piece : onFrames(piece, frames))),
    );
  };
  return {
    recording,
    footage,
    waveforms,
    playback,
    timeline,
    length: lengthOf(timeline),
    moments,
    marked,
    mark,
    cut: async ({ fromSeconds, toSeconds }) => {
      playback.pause();
      const { now } = await step((before) => cutOut(before, fromSeconds, toSeconds));
      playback.show(footage.places, now);
      playback.seek(fromSeconds);
      const words = { cut: spanWords(toSeconds - fromSeconds), length: spanWords(lengthOf(now)) };
      announce(m.review_cut_done(words));
    },
    move: async (from, to) => {
      const { now } = await step((before) => movePiece(before, from, to));
      announce(m.review_part_moved({ place: to + 1, count: now.length }));
    },
    remove: async (at) => {
      await step((before) => removePiece(before, at));
      announce(m.review_part_removed());
    },
    undo: async () => {
      mark(null);
      const { now } = await keepUndo(db, record);
      announce(m.review_undone({ length: spanWords(lengthOf(now)) }));
    },
    redo: async () => {
      mark(null);
      const { now } = await keepRedo(db, record);
      announce(m.review_redone({ length: spanWords(lengthOf(now)) }));
    },
  };
};
