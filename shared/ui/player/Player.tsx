import type { Ref } from 'preact';
import { useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../Button.tsx';
import { Notice } from '../Notice.tsx';
import { keepPlaying, type Trouble } from './keep-playing.ts';
import { loadControls } from './load-controls.ts';
import type {} from './media-elements.ts';
import css from './Player.module.css';
import { CaptionsButton, type CaptionsSource, PlayerCaptions } from './PlayerCaptions.tsx';
import type { PlayerHandle } from './player-handle.ts';

type PlayerProps = {
  title: string;
  width: number;
  height: number;
  poster: string | null;
  /** An address of the multivariant playlist that is good now; it is asked for again when one stops working. */
  source: () => Promise<string>;
  captions?: CaptionsSource | null;
  handle?: Ref<PlayerHandle>;
};

const words = (trouble: Trouble): string => {
  if (trouble.kind === 'unsupported') return m.feed_player_unsupported();
  if (trouble.kind === 'stuck') return m.feed_player_stuck();
  return errorText(trouble.error);
};

/** A video with its controls, both fetched when it is first shown. It stays in the page while `title` may change. */
export const Player = ({ title, width, height, poster, source, captions = null, handle }: PlayerProps) => {
  const ref = useRef<HTMLVideoElement>(null);
  const playing = useRef<ReturnType<typeof keepPlaying> | null>(null);
  const [controls, setControls] = useState<'loading' | 'ours' | 'native'>('loading');
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  useEffect(() => {
    // Without ours, as after an update while the page was open, the browser's own controls do.
    loadControls().then(
      () => setControls('ours'),
      () => setControls('native'),
    );
  }, []);

  useEffect(() => {
    if (!ref.current) return;
    setTrouble(null);
    playing.current = keepPlaying(ref.current, { source, onTrouble: setTrouble });
    return () => playing.current?.stop();
  }, [source]);

  useImperativeHandle(
    handle ?? null,
    () => ({
      seconds: () => ref.current?.currentTime ?? 0,
      isPlaying: () => ref.current?.paused === false,
      play: () => void ref.current?.play().catch(console.info),
      pause: () => ref.current?.pause(),
      seek: (seconds) => {
        if (ref.current) ref.current.currentTime = seconds;
      },
    }),
    [],
  );

  return (
    <div class={css.player}>
      <media-controller
        class={css.frame}
        style={{ '--shape': `${width} / ${height}` }}
        hotkeys="noshift+/"
        aria-label={m.feed_player({ title })}
      >
        {/* biome-ignore lint/a11y/useMediaCaption: the track is in the component; a demo without captions says so beside it */}
        <video
          ref={ref}
          slot="media"
          class={css.video}
          playsInline
          preload="metadata"
          poster={poster ?? undefined}
          controls={controls === 'native'}
          aria-label={title}
        >
          <PlayerCaptions video={ref} captions={captions} />
        </video>
        {controls === 'ours' && (
          <>
            <media-loading-indicator slot="centered-chrome" noautohide />
            <media-control-bar class={css.timeline}>
              <media-time-range />
            </media-control-bar>
            <media-control-bar class={css.bar}>
              <media-play-button />
              <media-seek-backward-button seekoffset="5" />
              <media-time-display showduration notoggle />
              <span class={css.gap} />
              {captions && <CaptionsButton />}
              <media-mute-button />
              <media-playback-rate-button rates="0.75 1 1.25 1.5" />
              <media-fullscreen-button />
            </media-control-bar>
          </>
        )}
      </media-controller>
      {trouble && (
        <Notice
          kind="problem"
          action={
            trouble.kind !== 'unsupported' && (
              <Button onClick={() => playing.current?.retry()}>{m.common_try_again()}</Button>
            )
          }
        >
          {words(trouble)}
        </Notice>
      )}
    </div>
  );
};
