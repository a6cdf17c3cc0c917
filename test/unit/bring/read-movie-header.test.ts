import { describe, expect, it } from 'vitest';
import { readMovieHeader } from '../../../shared/recording/bring/read-movie-header.ts';

const numbers = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
};
const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([numbers(body.length + 8), Buffer.from(type), body]);
};
/** Version and flags are nothing; then how many rows. */
const table = (type: string, ...rows: number[][]) => box(type, numbers(0, rows.length, ...rows.flat()));

type Tables = { entry?: string; times?: number[][]; orders?: number[][]; chunks?: number[][] };

/** Three samples in two chunks: two in the first, one in the second. */
const movie = ({
  entry = 'avc1',
  times = [[3, 512]],
  orders = [[3, 0]],
  chunks = [
    [1, 2, 1],
    [2, 1, 1],
  ],
}: Tables = {}): Blob => {
  const tables = [
    box('stsd', numbers(0, 1), box(entry, Buffer.alloc(78))),
    table('stts', ...times),
    table('ctts', ...orders),
    table('stsc', ...chunks),
    box('stsz', numbers(0, 0, 3, 100, 100, 100)),
    table('stco', [1000], [2000]),
  ];
  const moov = box('moov', box('trak', box('mdia', box('minf', box('stbl', ...tables)))));
  return new Blob([new Uint8Array(Buffer.concat([box('ftyp'), box('mdat', Buffer.alloc(300)), moov]))]);
};

describe('the header of an MP4', () => {
  it('is trusted where its tables speak of the samples that it has', async () => {
    expect(await readMovieHeader(movie())).toEqual({ isLocked: false, isSane: true });
  });

  it.each<[string, Tables]>([
    ['times for millions of samples', { times: [[0x00ff_0003, 512]] }],
    ['an order for millions of samples', { orders: [[0x00ff_0003, 0]] }],
    [
      'millions of samples in a chunk',
      {
        chunks: [
          [1, 0x0015_0002, 1],
          [2, 1, 1],
        ],
      },
    ],
    [
      'chunks that go back',
      {
        chunks: [
          [0x187, 2, 1],
          [2, 1, 1],
        ],
      },
    ],
  ])('is not, with %s', async (_, tables) => {
    expect((await readMovieHeader(movie(tables))).isSane).toBe(false);
  });

  it.each(['encv', 'enca', 'drmi'])('says that %s needs a key', async (entry) => {
    expect((await readMovieHeader(movie({ entry }))).isLocked).toBe(true);
  });

  it('that is not there is no reason for anything', async () => {
    const text = new Blob(['What did you try? '.repeat(20)]);
    expect(await readMovieHeader(text)).toEqual({ isLocked: false, isSane: true });
    expect(await readMovieHeader(movie().slice(0, 200))).toEqual({ isLocked: false, isSane: true });
  });
});
