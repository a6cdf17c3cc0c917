import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { languageName } from '../language-name.ts';

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

/** So high are the player's controls, in pixels, with some air over them. */
const controlsHeight = 88;

/** Firefox has no part to style where captions are: each cue is told where its lower edge is to be. */
const raise = ({ track, parentElement: video }: HTMLTrackElement): void => {
  if (!CSS.supports('-moz-appearance', 'none')) return;
  const height = video?.clientHeight || controlsHeight * 2;
  for (const cue of track.cues ?? []) {
    if (!(cue instanceof VTTCue)) continue;
    // In per cent of the picture's height, not in lines; Chrome has neither word for it yet.
    Object.assign(cue, { snapToLines: false, lineAlign: 'end' });
    cue.line = Math.max(30, Math.round(100 * (1 - controlsHeight / height)));
  }
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
      label={languageName(captions.language)}
      onLoad={(event) => raise(event.currentTarget)}
    />
  );
};

/** It says whether it is on, which a plain button, as media-chrome calls it, may not (ARIA 1.2 §6.6). */
const asSwitch = (element: HTMLElement | null): void => element?.setAttribute('role', 'switch');

export const CaptionsButton = () => <media-captions-button ref={asSwitch} />;
