import { describe, expect, it } from 'vitest';
import { timelineFiles } from '../../../shared/contract/kinds/demo.ts';
import { mediaPlaylist, multivariantPlaylist, timelineSeconds } from '../../../shared/rules/playlist.ts';
import { demo } from '../contract/bodies.ts';

type Takes = Parameters<typeof timelineSeconds>[0];
// The fixture is `as const`, so that it is checked as a literal; the rules take it as data.
const takes = structuredClone(demo.takes) as unknown as Takes;

it('names both renditions, their codecs and the highest bit rate of any segment', () => {
  const bytes = new Map([
    ['t1-v-0001.m4s', 500_000],
    ['t1-v-0002.m4s', 250_000],
    ['t1-a-0001.m4s', 25_000],
  ]);
  const text = multivariantPlaylist({ takes }, bytes);
  expect(text).toContain(
    'BANDWIDTH=2100000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,AUDIO="sound"',
  );
  expect(text).toContain('URI="audio.m3u8"');
});

it('asks for no sound where a take has none', () => {
  const silent = takes.map(({ video }) => ({ video }));
  const text = multivariantPlaylist({ takes: silent }, new Map());
  expect(text).not.toContain('AUDIO');
  expect(text).toContain('CODECS="avc1.64001f"');
});

it('joins takes with a discontinuity and a map of their own, and rounds the target up', () => {
  const text = mediaPlaylist({ takes: [...takes, ...takes] }, 'audio');
  expect(text.match(/#EXT-X-DISCONTINUITY\n#EXT-X-MAP/g)).toHaveLength(1);
  expect(text.match(/#EXT-X-MAP/g)).toHaveLength(2);
  expect(text).toContain('#EXT-X-TARGETDURATION:3');
  expect(text.trimEnd().endsWith('#EXT-X-ENDLIST')).toBe(true);
});

describe('takes of one recorder', () => {
  const known = takes.map((take) => ({
    ...take,
    video: { ...take.video, timescale: 57_600 },
    ...(take.audio && { audio: { ...take.audio, timescale: 48_000 } }),
  }));
  const lines = (rendition: 'video' | 'audio', ...all: Takes[number][]) =>
    mediaPlaylist({ takes: all }, rendition).split('\n');
  const named = (rendition: 'video' | 'audio', ...all: Takes[number][]) =>
    lines(rendition, ...all).filter((line) => line.endsWith('.m4s'));
  const [take] = known as [Takes[number]];

  it('go on without a break: their segments are asked for moved to where they play', () => {
    const text = lines('video', take, take).join('\n');
    expect(text).not.toContain('DISCONTINUITY');
    expect(text.match(/#EXT-X-MAP/g)).toHaveLength(1);
    // The sound of the first lasts 4.01 s, and the second begins after it in both renditions.
    expect(named('video', take, take).slice(2)).toEqual(['230976/t1-v-0001.m4s', '230976/t1-v-0002.m4s']);
    expect(named('audio', take, take).slice(2)).toEqual(['192480/t1-a-0001.m4s', '192480/t1-a-0002.m4s']);
  });

  it('are moved to the beginning where a cut left no beginning', () => {
    const cut = { ...take, fromSeconds: 1.5 };
    expect(named('video', cut)).toEqual(['-86400/t1-v-0001.m4s', '-86400/t1-v-0002.m4s']);
    expect(named('audio', cut)).toEqual(['-72000/t1-a-0001.m4s', '-72000/t1-a-0002.m4s']);
  });

  it('are equally long in both renditions', () => {
    const total = (rendition: 'video' | 'audio') =>
      lines(rendition, take, take)
        .map((line) => Number(/^#EXTINF:([\d.]+),/.exec(line)?.[1] ?? 0))
        .reduce((sum, seconds) => sum + seconds, 0);
    expect(total('video')).toBeCloseTo(total('audio'), 5);
    expect(total('video')).toBeCloseTo(timelineSeconds([take, take]), 5);
  });

  it.each([
    ['another init segment', { init: 't2-v-init.mp4' }],
    ['another clock', { timescale: 90_000 }],
  ])('with %s of their picture are parted in both renditions alike', (_, change) => {
    const other = { ...take, video: { ...take.video, ...change } };
    for (const rendition of ['video', 'audio'] as const) {
      expect(lines(rendition, take, other).filter((line) => line === '#EXT-X-DISCONTINUITY')).toHaveLength(1);
    }
  });
});

it('says every file that a player will ask for, and how long it all is', () => {
  expect(timelineFiles(takes)).toHaveLength(6);
  expect(timelineSeconds(takes)).toBeCloseTo(4.01);
});
