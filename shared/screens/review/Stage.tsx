import { ChevronLeft, ChevronRight, Pause, Play, ZoomIn, ZoomOut } from 'lucide-preact';
import type { Ref } from 'preact';
import { m } from '../../messages/paraglide/messages.js';
import { nextMoment } from '../../rules/frame-moments.ts';
import { Button } from '../../ui/Button.tsx';
import { useObservable } from '../use-observable.ts';
import css from './Stage.module.css';
import { momentWords } from './span-words.ts';
import type { Editor } from './use-editor.ts';
import type { Strip } from './use-strip.ts';

type PictureProps = { width: number; height: number; videoRef: Ref<HTMLVideoElement>; onPress: () => void };

export const Screen = ({ width, height, videoRef, onPress }: PictureProps) => (
  // biome-ignore lint/a11y/useMediaCaption: a look at one's own recording; its captions are made below
  <video
    ref={videoRef}
    class={css.video}
    style={{ '--shape': `${width} / ${height}` }}
    aria-label={m.review_video()}
    playsInline
    preload="auto"
    onClick={onPress}
  />
);

export const togglePlaying = ({ playback }: Editor): void =>
  playback.isPlaying.value ? playback.pause() : playback.play();

/** Play, and step by frames. The browser's own controls would show what is cut. */
export const Transport = ({ editor, strip }: { editor: Editor; strip: Strip }) => {
  const { playback, moments, length } = editor;
  const isPlaying = useObservable(playback.isPlaying);
  const step = (by: 1 | -1) => {
    playback.pause();
    playback.seek(nextMoment(moments, playback.seconds.value, by));
  };
  return (
    <div class={css.transport}>
      <Button
        label={isPlaying ? m.review_pause() : m.review_play()}
        disabled={length === 0}
        onClick={() => togglePlaying(editor)}
      >
        {isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </Button>
      <Button look="quiet" label={m.review_frame_back()} onClick={() => step(-1)}>
        <ChevronLeft aria-hidden="true" />
      </Button>
      <Button look="quiet" label={m.review_frame_on()} onClick={() => step(1)}>
        <ChevronRight aria-hidden="true" />
      </Button>
      <Clock editor={editor} />
      <span class={css.zoom}>
        <Button
          look="quiet"
          label={m.review_zoom_out()}
          disabled={!strip.wider}
          onClick={() => strip.wider?.()}
        >
          <ZoomOut aria-hidden="true" />
        </Button>
        <Button
          look="quiet"
          label={m.review_zoom_in()}
          disabled={!strip.closer}
          onClick={() => strip.closer?.()}
        >
          <ZoomIn aria-hidden="true" />
        </Button>
      </span>
    </div>
  );
};

const Clock = ({ editor: { playback, length } }: { editor: Editor }) => {
  const seconds = useObservable(playback.seconds);
  return (
    <p class={css.clock}>{m.review_time_of({ time: momentWords(seconds), length: momentWords(length) })}</p>
  );
};
