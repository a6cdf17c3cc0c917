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

/** One rendition's playlist (RFC 8216 §4.3.3): takes follow one another with a discontinuity and a new map. */
export const mediaPlaylist = ({ takes }: Timeline, rendition: 'video' | 'audio'): string => {
  const tracks = takes.map((take) => take[rendition]).filter(isTrack);
  const longest = Math.max(...tracks.flatMap((track) => track.segments.map(({ seconds }) => seconds)), 1);
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.ceil(longest)}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
  ];
  tracks.forEach((track, index) => {
    if (index > 0) lines.push('#EXT-X-DISCONTINUITY');
    lines.push(`#EXT-X-MAP:URI="${track.init}"`);
    for (const { name, seconds } of track.segments) lines.push(`#EXTINF:${seconds.toFixed(6)},`, name);
  });
  lines.push('#EXT-X-ENDLIST', '');
  return lines.join('\n');
};
