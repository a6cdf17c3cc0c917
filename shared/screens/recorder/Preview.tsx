import { useEffect, useRef } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import css from './Preview.module.css';

type PreviewProps = { stream: MediaStream; countdown: number | null };

/** As in a mirror, because that is how one knows oneself; what is recorded is the right way round. */
export const Preview = ({ stream, countdown }: PreviewProps) => {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.srcObject = stream;
  }, [stream]);
  return (
    <div class={css.preview}>
      <video ref={ref} class={css.mirror} aria-label={m.record_preview()} autoplay muted playsInline />
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
