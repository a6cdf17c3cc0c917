import type { PlayerHandle } from '../../ui/player/player-handle.ts';
import type { Playback } from './playback.ts';

/** The review's playback as the rest of the screens know a player; its seconds are those of the edited demo. */
export const playerOf = ({ seconds, isPlaying, play, pause, seek }: Playback): PlayerHandle => ({
  seconds: () => seconds.value,
  isPlaying: () => isPlaying.value,
  play: () => play(),
  pause,
  seek,
});
