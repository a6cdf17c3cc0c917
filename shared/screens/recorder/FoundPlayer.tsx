import { Pause, Play } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { lengthOf } from '../../rules/timeline.ts';
import { Button } from '../../ui/Button.tsx';
import { clockWords } from '../../ui/clock-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { OpenRecording } from '../recording/read-recording.ts';
import { createPlayback, type Playback } from '../review/playback.ts';
import type { Footage } from '../review/use-footage.ts';
import { useReview } from '../review/use-review.ts';
import { useObservable } from '../use-observable.ts';
import css from './Found.module.css';

/** What was recorded, as it was cut, without anything to change about it. */
export const FoundPlayer = ({ record }: { record: Id }) => {
  const state = useReview(record);
  if (state.at === 'failed') return <Notice kind="problem">{m.review_failed()}</Notice>;
  if (state.at === 'opening') return <p role="status">{m.review_opening()}</p>;
  return <Player recording={state.recording} footage={state.footage} />;
};

const Player = ({ recording, footage }: { recording: OpenRecording; footage: Footage }) => {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [playback, setPlayback] = useState<Playback | null>(null);
  const timeline = recording.history.now;
  useEffect(() => {
    if (!video) return;
    const opened = createPlayback(video);
    opened.show(footage.places, timeline);
    opened.play();
    setPlayback(opened);
    return opened.close;
  }, [video, footage]);
  return (
    <div class={css.player}>
      {/* biome-ignore lint/a11y/useMediaCaption: a look at one's own recording */}
      <video ref={setVideo} class={css.video} aria-label={m.review_video()} playsInline preload="auto" />
      {playback && <Transport playback={playback} length={lengthOf(timeline)} />}
    </div>
  );
};

const Transport = ({ playback, length }: { playback: Playback; length: number }) => {
  const isPlaying = useObservable(playback.isPlaying);
  const seconds = useObservable(playback.seconds);
  return (
    <p class={css.transport}>
      <Button
        label={isPlaying ? m.review_pause() : m.review_play()}
        onClick={() => (isPlaying ? playback.pause() : playback.play())}
      >
        {isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </Button>
      {m.record_recorded_of({ time: clockWords(seconds), length: clockWords(length) })}
    </p>
  );
};
