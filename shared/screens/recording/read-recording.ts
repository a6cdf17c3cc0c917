import * as z from 'zod/mini';
import { Take, Track } from '../../contract/kinds/demo.ts';
import type { Recording } from '../../local/db.ts';
import { beginHistory, EditHistory } from '../../rules/edit-history.ts';
import { timelineSeconds } from '../../rules/playlist.ts';
import { Piece, type Timeline } from '../../rules/timeline.ts';

const PosterChoice = z.strictObject({ take: z.int(), seconds: z.number() });
const DraftCue = z.strictObject({ ...Piece.def.shape, text: z.string() });
/** Cues lie on the takes' own time, so that a cut or a new order takes them along, and an undo brings them back. */
const DraftCaptions = z.strictObject({ language: z.string(), cues: z.array(DraftCue) });

export type DraftCue = z.infer<typeof DraftCue>;
export type DraftCaptions = z.infer<typeof DraftCaptions>;
export type PosterChoice = z.infer<typeof PosterChoice>;

/** A recording as the screens work on it. */
export type OpenRecording = Omit<Recording, 'takes' | 'edit' | 'clean' | 'captions' | 'poster'> & {
  takes: Take[];
  history: EditHistory;
  /** Cleaned sound by the take's index: what was made; null stands for a take that was left as it is. */
  cleaned: (Track | null)[];
  /** The same where it is to be heard and published; null while it is not. */
  clean: (Track | null)[] | null;
  captions: DraftCaptions | null;
  poster: PosterChoice | null;
};

/** The takes of a recording; one that an older version wrote otherwise counts as none. */
const takesOf = ({ takes }: Recording): Take[] => z.array(Take).safeParse(takes).data ?? [];

/** All of a take. */
export const wholeTake = (takes: readonly Take[], take: number): Piece => {
  const recorded = takes[take];
  if (!recorded) throw new Error(`there is no take ${take}`);
  return { take, fromSeconds: 0, toSeconds: timelineSeconds([recorded]) };
};

const isOf = (takes: readonly Take[], timeline: Timeline): boolean =>
  timeline.every(({ take }) => takes[take] !== undefined);

const historyOf = (takes: readonly Take[], edit: unknown): EditHistory => {
  const kept = EditHistory.safeParse(edit).data;
  if (kept && isOf(takes, kept.now)) return kept;
  return beginHistory(takes.map((_, take) => wholeTake(takes, take)));
};

export const readRecording = (row: Recording): OpenRecording => {
  const takes = takesOf(row);
  const cleaned = z.array(z.nullable(Track)).safeParse(row.clean).data ?? [];
  return {
    ...row,
    takes,
    history: historyOf(takes, row.edit),
    cleaned,
    clean: cleaned.length === 0 || row.isSoundAsRecorded ? null : cleaned,
    captions: DraftCaptions.safeParse(row.captions).data ?? null,
    poster: PosterChoice.safeParse(row.poster).data ?? null,
  };
};
