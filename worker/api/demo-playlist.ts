import type { FileEntry } from '../../shared/contract/files.ts';
import { parseBody } from '../../shared/contract/parse-body.ts';
import { captionsPlaylist } from '../../shared/rules/captions-playlist.ts';
import { mediaPlaylist, multivariantPlaylist } from '../../shared/rules/playlist.ts';
import type { Opened } from '../store/passes.ts';

const names = ['master.m3u8', 'video.m3u8', 'audio.m3u8', 'captions.m3u8'];
export const isPlaylist = (name: string): boolean => names.includes(name);

/** Written from the published timeline at every asking; null where there is none to write. */
export const demoPlaylist = (name: string, { kind, state, body, files }: Opened): string | null => {
  if (kind !== 'demo' || state !== 'live' || body === null || files === null) return null;
  const demo = parseBody('demo', 'live', JSON.parse(body));
  if (!demo.ok) return null;
  if (name === 'video.m3u8') return mediaPlaylist(demo.value, 'video');
  if (name === 'audio.m3u8') {
    return demo.value.takes.some((take) => take.audio) ? mediaPlaylist(demo.value, 'audio') : null;
  }
  if (name === 'captions.m3u8') {
    const { captions, seconds } = demo.value;
    return captions === 'pending' ? null : captionsPlaylist(captions, seconds);
  }
  // The manifest was parsed before it was stored.
  const entries = JSON.parse(files) as FileEntry[];
  return multivariantPlaylist(demo.value, new Map(entries.map((entry) => [entry.name, entry.bytes])));
};
