import { useEffect, useRef } from 'preact/hooks';

type StreamVideoProps = { stream: MediaStream; label: string; class?: string | undefined };

/** A live picture without its sound. */
export const StreamVideo = ({ stream, label, ...rest }: StreamVideoProps) => {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.srcObject = stream;
  }, [stream]);
  return <video {...rest} ref={ref} aria-label={label} autoplay muted playsInline />;
};
