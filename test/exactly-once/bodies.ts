export const article = (label: string) => new Blob([`<p>${label}</p>`]);
export const segmentNames = ['t1-v-init.mp4', 't1-v-0001.m4s', 't1-v-0002.m4s'] as const;

const demo = (label: string, names: readonly string[]) => ({
  title: label,
  strategy: 'Think aloud',
  seconds: 2 * (names.length - 1),
  takes: [
    {
      video: {
        init: names[0],
        codec: 'avc1.64001f',
        segments: names.slice(1).map((name) => ({ name, seconds: 2 })),
        width: 640,
        height: 360,
      },
    },
  ],
  captions: 'pending',
  students: { answer: 'no', wording: 'Could students be identified?', at: 1 },
});

/** A body whose words are its label. */
export const bodies = {
  link: (label: string) => ({ ...clip(label), form: 'link' }),
  article: (label: string) => ({ ...clip(label), form: 'article', article: 'article.html' }),
  demoDraft: (label: string) => ({ title: label, strategy: '' }),
  demo,
  comment: (label: string) => ({ text: label }),
};

const clip = (label: string) => ({
  url: 'https://example.org/teaching',
  title: 'On wait time',
  byline: '',
  site: '',
  language: 'en',
  excerpt: '',
  words: 300,
  why: label,
});

const worded = { clip: 'why', demo: 'title', comment: 'text' } as const;

export const labelOf = ({ kind, body }: { kind: string; body: unknown }): string => {
  const field = worded[kind as keyof typeof worded];
  return String((body as Record<string, unknown>)[field]);
};

export const relabel = (kind: string, body: unknown, label: string): unknown => ({
  ...(body as object),
  [worded[kind as keyof typeof worded]]: label,
});
