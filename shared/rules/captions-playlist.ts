import type { Captions } from '../contract/kinds/demo.ts';

/** The line by which a multivariant playlist leads to a demo's captions (RFC 8216 §4.3.4.1), in group "captions". */
export const captionsRendition = ({ language }: Captions): string =>
  [
    '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="Captions",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO',
    `LANGUAGE="${language}"`,
    'CHARACTERISTICS="public.accessibility.transcribes-spoken-dialog"',
    'URI="captions.m3u8"',
  ].join(',');

/** One WebVTT file over the whole length: it is a few kilobytes, and its times are the demo's own. */
export const captionsPlaylist = ({ file }: Captions, seconds: number): string =>
  [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.ceil(seconds)}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXTINF:${seconds.toFixed(6)},`,
    file,
    '#EXT-X-ENDLIST',
    '',
  ].join('\n');
