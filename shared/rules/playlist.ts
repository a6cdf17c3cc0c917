import type { Demo, Segment, Take, Track } from '../contract/kinds/demo.ts';
import { captionsRendition } from './captions-playlist.ts';

type Timeline = { takes: readonly Take[] };
type Bytes = ReadonlyMap<string, number>;

const total = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { seconds }) => sum + seconds, 0);
const takeSeconds = (take: Take): number =>
  Math.max(total(take.video.segments), take.audio ? total(take.audio.segments) : 0);

export const timelineSeconds = (takes: readonly Take[]): number =>
  takes.reduce((sum, take) => sum + takeSeconds(take), 0);

/** The highest bit rate of any segment: what RFC 8216 calls BANDWIDTH. */
const peakBitRate = (tracks: readonly Track[], bytes: Bytes): number =>
  Math.ceil(
    Math.max(
      ...tracks.flatMap((track) =>
        track.segments.map(({ name, seconds }) => ((bytes.get(name) ?? 0) * 8) / seconds),
      ),
      1,
    ),
  );

const isTrack = (track: Track | undefined): track is Track => track !== undefined;

/**
 * The multivariant playlist (RFC 8216 §4.3.4) of a demo. Playlists are written from the parsed timeline and
 * never stored: no line of a sender's making can name another server.
 */
export const multivariantPlaylist = (
  { takes, captions = 'pending' }: Timeline & { captions?: Demo['captions'] },
  bytes: Bytes,
): string => {
  const first = takes[0];
  if (!first) throw new Error('a demo has a take');
  const audio = takes.map((take) => take.audio).filter(isTrack);
  const bandwidth =
    peakBitRate(
      takes.map((take) => take.video),
      bytes,
    ) + (audio.length ? peakBitRate(audio, bytes) : 0);
  const codecs = [first.video.codec, ...(audio[0] ? [audio[0].codec] : [])].join(',');
  const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];
  if (audio.length) {
    lines.push(
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Sound",DEFAULT=YES,AUTOSELECT=YES,URI="audio.m3u8"',
    );
  }
  if (captions !== 'pending') lines.push(captionsRendition(captions));
  const { width, height } = first.video;
  const groups = `${audio.length ? ',AUDIO="sound"' : ''}${captions === 'pending' ? '' : ',SUBTITLES="captions"'}`;
  lines.push(
    `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},CODECS="${codecs}",RESOLUTION=${width}x${height}${groups}`,
    'video.m3u8',
    '',
  );
  return lines.join('\n');
};

/** One map and no break from one to the other: what they were recorded with is the same, and their clock is known. */
const isSame = (one: Track | undefined, other: Track | undefined): boolean =>
  one?.init === other?.init && one?.timescale === other?.timescale && (!one || one.timescale !== undefined);
const goesOn = (before: Take | undefined, take: Take): boolean =>
  before !== undefined && isSame(before.video, take.video) && isSame(before.audio, take.audio);

/** How far a track's segments are moved on their clock, so that they play `startSeconds` into the demo. */
const shiftOf = ({ timescale }: Track, { fromSeconds = 0 }: Take, startSeconds: number): number =>
  timescale === undefined ? 0 : Math.round((startSeconds - fromSeconds) * timescale);

/**
 * One rendition's playlist (RFC 8216 §4.3.3). A segment is asked for as `<ticks>/<name>` where it plays at
 * another time than its own clock says: the Worker moves it as it serves it, so that takes and what cuts left
 * of them are one timeline for every player. Where it cannot be one, a discontinuity and a new map part them.
 */
export const mediaPlaylist = ({ takes }: Timeline, rendition: 'video' | 'audio'): string => {
  const lines: string[] = [];
  let longest = 1;
  let startSeconds = 0;
  takes.forEach((take, index) => {
    const lengthSeconds = takeSeconds(take);
    const track = take[rendition];
    if (track) {
      const before = takes[index - 1];
      if (before && !goesOn(before, take)) lines.push('#EXT-X-DISCONTINUITY');
      if (!goesOn(before, take)) lines.push(`#EXT-X-MAP:URI="${track.init}"`);
      const shift = shiftOf(track, take, startSeconds);
      // The rendition that ends first lasts until the other does, by a part of a frame.
      const restSeconds = lengthSeconds - total(track.segments);
      track.segments.forEach(({ name, seconds }, at) => {
        const lasts = at === track.segments.length - 1 ? seconds + restSeconds : seconds;
        longest = Math.max(longest, lasts);
        lines.push(`#EXTINF:${lasts.toFixed(6)},`, shift === 0 ? name : `${shift}/${name}`);
      });
    }
    startSeconds += lengthSeconds;
  });
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.ceil(longest)}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...lines,
    '#EXT-X-ENDLIST',
    '',
  ].join('\n');
};
