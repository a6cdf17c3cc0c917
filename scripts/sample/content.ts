import type { Clip } from '../../shared/contract/kinds/clip.ts';
import type { Comment } from '../../shared/contract/kinds/comment.ts';
import type { Demo, Segment, Track } from '../../shared/contract/kinds/demo.ts';

/** Made once, for good: a second `--sample` finds what the first one made by these ids (UUIDv7). */
const id = (last: number): string => `019aa000-0000-7000-8000-${String(last).padStart(12, '0')}`;

export type SamplePerson = { id: string; ownSpace: string; name: string };
const person = (number: number, name: string): SamplePerson => ({
  id: id(number),
  ownSpace: id(100 + number),
  name,
});

export const ana = person(1, 'Ana Ruiz');
export const ben = person(2, 'Ben Okafor');
export const mei = person(3, 'Mei Tanaka');

export const group = { id: id(200), name: 'Sample: Thursday lunch' };

type Words = Pick<Clip, 'url' | 'title' | 'byline' | 'site' | 'excerpt' | 'words' | 'why'>;
const article = (words: Words): Clip => ({
  form: 'article',
  language: 'en',
  article: 'article.html',
  lead: 'lead.jpg',
  ...words,
});

const segments = (letter: 'v' | 'a', seconds: readonly number[]): Segment[] =>
  seconds.map((length, index) => ({ name: `t0-${letter}-000${index + 1}.m4s`, seconds: length }));
const track = (letter: 'v' | 'a', codec: string, seconds: readonly number[]): Track => ({
  init: `t0-${letter}-init.mp4`,
  codec,
  segments: segments(letter, seconds),
});

const thinkPairShare: Demo = {
  title: 'Think – pair – share, with a timer on the board',
  strategy: 'Discussion',
  seconds: 12,
  takes: [
    {
      video: { ...track('v', 'avc1.4d401f', [2, 2, 2, 2, 2, 2]), width: 640, height: 360 },
      audio: track('a', 'mp4a.40.2', [2.005333, 2.005333, 2.005333, 1.984, 2.005333, 1.984]),
    },
  ],
  poster: 'poster.jpg',
  captions: 'pending',
  students: { answer: 'no', wording: 'Could students be identified?', at: Date.UTC(2026, 10, 19, 12) },
};

export type SampleRecord = { id: string; by: SamplePerson; parent: string | null } & (
  | { kind: 'clip'; body: Clip; folder: string }
  | { kind: 'demo'; body: Demo; folder: string }
  | { kind: 'comment'; body: Comment; folder: null }
);

const demo = id(304);
const comment = (number: number, by: SamplePerson, parent: string, body: Comment): SampleRecord => ({
  id: id(number),
  by,
  parent,
  kind: 'comment',
  body,
  folder: null,
});

/** In the order in which they came. */
export const records: readonly SampleRecord[] = [
  {
    id: id(301),
    by: ben,
    parent: null,
    kind: 'clip',
    folder: 'exit-tickets',
    body: article({
      url: 'https://example.com/notes/an-exit-ticket-you-will-read',
      title: 'An exit ticket that you will read',
      byline: 'Chalkloop',
      site: 'example.com',
      excerpt: 'A stack of ninety exit tickets is a stack of ninety good intentions.',
      words: 236,
      why: 'Three piles at the door instead of a bag full of paper. Who tries it before Thursday?',
    }),
  },
  {
    id: id(302),
    by: mei,
    parent: null,
    kind: 'clip',
    folder: 'first-five-minutes',
    body: article({
      url: 'https://example.com/notes/the-first-five-minutes',
      title: 'Start with what they remember',
      byline: 'Chalkloop',
      site: 'example.com',
      excerpt: 'The first five minutes of a lesson can be the ones in which the most is learned.',
      words: 253,
      why: 'It asks for no preparation beyond four questions.',
    }),
  },
  {
    id: id(303),
    by: ana,
    parent: null,
    kind: 'clip',
    folder: 'wait-time',
    body: article({
      url: 'https://example.com/notes/three-seconds-of-silence',
      title: 'Three seconds of silence',
      byline: 'Chalkloop',
      site: 'example.com',
      excerpt: 'Ask a question, and count. In most rooms somebody answers before you reach two.',
      words: 264,
      why: 'I counted mine: 0.8 seconds. Let’s all count once this week and compare.',
    }),
  },
  { id: demo, by: ben, parent: null, kind: 'demo', folder: 'demo', body: thinkPairShare },
  comment(305, mei, demo, {
    text: 'The ring is what my class needs: they see how long “a minute” is.',
    atSeconds: 3,
  }),
  comment(306, ana, demo, {
    text: 'Do you tell them before that you will ask for the neighbour’s answer?',
    atSeconds: 8,
  }),
  comment(307, ben, demo, { text: 'Yes, at the start. Otherwise nobody listens the first time.' }),
  comment(308, ben, id(303), { text: '1.1 for me, and that was while I knew somebody was counting.' }),
];
