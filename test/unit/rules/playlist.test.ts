import { expect, it } from 'vitest';
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

it('says every file that a player will ask for, and how long it all is', () => {
  expect(timelineFiles(takes)).toHaveLength(6);
  expect(timelineSeconds(takes)).toBeCloseTo(4.01);
});
