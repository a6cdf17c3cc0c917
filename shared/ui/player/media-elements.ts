import type { HTMLAttributes } from 'preact';

/** As much of media-chrome's elements as the player says: their attributes are strings. */
type MediaElement = HTMLAttributes<HTMLElement> & {
  hotkeys?: string;
  noautohide?: boolean;
  rates?: string;
  seekoffset?: string;
  showduration?: boolean;
  notoggle?: boolean;
};

type MediaTag =
  | 'media-captions-button'
  | 'media-controller'
  | 'media-control-bar'
  | 'media-fullscreen-button'
  | 'media-loading-indicator'
  | 'media-mute-button'
  | 'media-play-button'
  | 'media-playback-rate-button'
  | 'media-seek-backward-button'
  | 'media-time-display'
  | 'media-time-range';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Record<MediaTag, MediaElement> {}
  }
}
