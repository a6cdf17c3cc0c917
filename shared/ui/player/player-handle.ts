/** What the rest of a screen may do with its player. */
export type PlayerHandle = {
  seconds: () => number;
  isPlaying: () => boolean;
  play: () => void;
  pause: () => void;
  seek: (seconds: number) => void;
};
