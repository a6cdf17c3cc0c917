/** A body of each kind that the contract takes. */
export const clip = {
  form: 'article',
  url: 'https://news.test/exit-tickets',
  title: 'Exit tickets that take two minutes',
  byline: 'Ana Ruiz',
  site: 'News',
  language: 'en',
  excerpt: 'How a card at the door tells you what to teach tomorrow.',
  words: 812,
  why: 'We said we would try these.',
  article: 'article.html',
} as const;

export const demo = {
  title: 'Exit tickets on sticky notes',
  strategy: 'Exit tickets',
  seconds: 4,
  takes: [
    {
      video: {
        init: 't1-v-init.mp4',
        codec: 'avc1.64001f',
        segments: [
          { name: 't1-v-0001.m4s', seconds: 2 },
          { name: 't1-v-0002.m4s', seconds: 2 },
        ],
        width: 1280,
        height: 720,
      },
      audio: {
        init: 't1-a-init.mp4',
        codec: 'mp4a.40.2',
        segments: [
          { name: 't1-a-0001.m4s', seconds: 2 },
          { name: 't1-a-0002.m4s', seconds: 2.01 },
        ],
      },
    },
  ],
  captions: 'pending',
  students: { answer: 'no', wording: 'Could students be identified?', at: 1_790_000_000_000 },
} as const;
