import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { getLocale } from '../../messages/paraglide/runtime.js';

/** An address of a WebVTT file on this page's own origin, and what language it is in (BCP 47). */
export type CaptionsSource = { address: string; language: string };

const isText = ({ kind }: TextTrack): boolean => kind === 'captions' || kind === 'subtitles';

/**
 * Safari finds the captions in the playlist by itself and draws them; then ours stay away, or every line would
 * stand there twice. Chromium and hls.js leave them to us.
 */
const useFromPlaylist = (video: RefObject<HTMLVideoElement | null>): boolean => {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const look = () => {
      const own = new Set(Array.from(element.querySelectorAll('track'), ({ track }) => track));
      setThere([...element.textTracks].some((track) => isText(track) && !own.has(track)));
    };
    look();
    element.textTracks.addEventListener('addtrack', look);
    element.textTracks.addEventListener('removetrack', look);
    return () => {
      element.textTracks.removeEventListener('addtrack', look);
      element.textTracks.removeEventListener('removetrack', look);
    };
  }, []);
  return isThere;
};

const nameOf = (language: string): string =>
  new Intl.DisplayNames(getLocale(), { type: 'language', fallback: 'code' }).of(language) ?? language;

/** Firefox has no way to move its captions but their own: four lines from the bottom, where no control is. */
const raise = ({ cues }: TextTrack): void => {
  if (CSS.supports('selector(::-webkit-media-text-track-container)')) return;
  for (const cue of cues ?? []) if (cue instanceof VTTCue) cue.line = -5;
};

type PlayerCaptionsProps = { video: RefObject<HTMLVideoElement | null>; captions: CaptionsSource | null };

export const PlayerCaptions = ({ video, captions }: PlayerCaptionsProps) => {
  const isFromPlaylist = useFromPlaylist(video);
  if (!captions || isFromPlaylist) return null;
  return (
    <track
      key={captions.address}
      kind="captions"
      src={captions.address}
      srclang={captions.language}
      label={nameOf(captions.language)}
      onLoad={(event) => raise(event.currentTarget.track)}
    />
  );
};

/** It says whether it is on, which a plain button, as media-chrome calls it, may not (ARIA 1.2 §6.6). */
const asSwitch = (element: HTMLElement | null): void => element?.setAttribute('role', 'switch');

export const CaptionsButton = () => <media-captions-button ref={asSwitch} />;
