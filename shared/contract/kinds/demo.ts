import * as z from 'zod/mini';
import { FileName } from '../files.ts';
import { limits } from '../limits.ts';
import { LanguageTag, line, optionalLine } from '../text.ts';

export const Segment = z.strictObject({
  name: FileName,
  seconds: z.number().check(z.gt(0), z.maximum(20)),
});
export type Segment = z.infer<typeof Segment>;

/** RFC 6381, as `avc1.64001f` or `mp4a.40.2`. */
const Codec = z.string().check(z.regex(/^[a-zA-Z0-9]{4}(\.[a-zA-Z0-9]{1,8}){0,3}$/));

export const Track = z.strictObject({
  init: FileName,
  codec: Codec,
  /** Ticks of a second in its segments (ISO/IEC 14496-12 §8.8.12); absent in what an older version recorded. */
  timescale: z.optional(z.int().check(z.minimum(1), z.maximum(10_000_000))),
  segments: z.array(Segment).check(z.minLength(1), z.maxLength(450)),
});
export type Track = z.infer<typeof Track>;

/** Nobody brings a video of a day. */
const mostFromSeconds = 24 * 60 * 60;

/**
 * What plays without a break: a take of the recorder, or what a cut left of one. `fromSeconds` is where it
 * begins on the clock of its segments, and absent where that is 0.
 */
export const Take = z.strictObject({
  fromSeconds: z.optional(z.number().check(z.gt(0), z.maximum(mostFromSeconds))),
  video: z.extend(Track, {
    width: z.int().check(z.minimum(2), z.maximum(4096)),
    height: z.int().check(z.minimum(2), z.maximum(4096)),
  }),
  audio: z.optional(Track),
});
export type Take = z.infer<typeof Take>;

/** Every file of a timeline, so that a manifest can be held against it. */
export const timelineFiles = (takes: readonly Take[]): FileName[] =>
  takes
    .flatMap((take) => (take.audio ? [take.video, take.audio] : [take.video]))
    .flatMap((track) => [track.init, ...track.segments.map(({ name }) => name)]);

const secondsOf = (track: Track | undefined): number =>
  (track?.segments ?? []).reduce((sum, { seconds }) => sum + seconds, 0);
/** Each take ends with a whole frame and a whole packet of sound, so it all may be a little over the most. */
const mostSeconds = limits.demoSecondsMost + 5;
/** What is played, whatever a body says of its length: the same files may be named again and again. */
const isAllowed = (takes: readonly Take[]): boolean =>
  takes.reduce((sum, { video, audio }) => sum + Math.max(secondsOf(video), secondsOf(audio)), 0) <=
  mostSeconds;

/** "Could students be identified?", with the wording that was shown and when it was answered. */
export const Students = z.strictObject({
  answer: z.enum(['no', 'background', 'focus']),
  wording: line(limits.titleLength * 2),
  at: z.int().check(z.positive()),
});
export type Students = z.infer<typeof Students>;

/** A demo while it is being recorded: segments arrive beside it, nothing else is known yet. */
export const DemoDraft = z.strictObject({
  title: optionalLine(limits.titleLength),
  strategy: optionalLine(limits.tagLength),
});
export type DemoDraft = z.infer<typeof DemoDraft>;

/** One WebVTT file over the whole length, named after its content: other words are another file. */
export const Captions = z.strictObject({
  file: FileName.check(z.regex(/^captions-[0-9a-f]{8}\.vtt$/)),
  /** Longer than any tag that is in use (RFC 5646 §4.4.1). */
  language: LanguageTag.check(z.maxLength(35)),
});
export type Captions = z.infer<typeof Captions>;

export const Demo = z
  .strictObject({
    title: line(limits.titleLength),
    strategy: line(limits.tagLength),
    seconds: z.number().check(z.gt(0), z.maximum(mostSeconds)),
    takes: z
      .array(Take)
      .check(
        z.minLength(1),
        z.maxLength(limits.stretchesPerDemo),
        z.refine(isAllowed, { error: 'too-long' }),
      ),
    poster: z.optional(FileName),
    /** Without captions a demo says so, visibly. */
    captions: z.union([z.literal('pending'), Captions]),
    students: Students,
  })
  .check(
    z.refine((demo) => demo.students.answer !== 'focus', {
      error: 'students-in-focus',
      path: ['students', 'answer'],
    }),
  );
export type Demo = z.infer<typeof Demo>;

export const demoFiles = ({ takes, poster, captions }: Demo): FileName[] => [
  ...timelineFiles(takes),
  ...(poster ? [poster] : []),
  ...(captions === 'pending' ? [] : [captions.file]),
];
