import { m } from '../../messages/paraglide/messages.js';
import type { Capture } from '../../recording/capture/capture.ts';
import type { Bubble as BubblePlace } from '../../recording/capture/compose/layout.ts';
import { Bubble } from './Bubble.tsx';
import css from './Preview.module.css';
import { StreamVideo } from './StreamVideo.tsx';
import { useViews } from './use-views.ts';

type PreviewProps = {
  capture: Capture;
  isMirrored: boolean;
  bubble: BubblePlace;
  onBubble: (bubble: BubblePlace) => void;
  countdown: number | null;
};

/** What is recorded, laid out by the same fractions. The camera is as in a mirror, where that was not switched off. */
export const Preview = ({ capture, isMirrored, bubble, onBubble, countdown }: PreviewProps) => {
  const { camera, screen, frame } = useViews(capture);
  const side = isMirrored ? css.mirrored : undefined;
  const aspect = screen && frame ? { '--aspect': String(frame.width / frame.height) } : {};
  return (
    <div class={css.preview}>
      <div class={css.picture} style={aspect}>
        {screen && <StreamVideo stream={screen} label={m.record_preview_screen()} />}
        {!screen && camera && (
          <StreamVideo
            class={side}
            stream={camera}
            label={isMirrored ? m.record_preview() : m.record_preview_straight()}
          />
        )}
        {screen && camera && frame && bubble.isOn && (
          <Bubble frame={frame} bubble={bubble} onMove={onBubble}>
            <StreamVideo class={side} stream={camera} label={m.record_preview()} />
          </Bubble>
        )}
      </div>
      <p class={css.countdown} aria-live="assertive">
        {countdown !== null && (
          <span key={countdown} class={css.number}>
            {countdown}
          </span>
        )}
      </p>
    </div>
  );
};
