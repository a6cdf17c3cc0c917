import type { Stop } from './listeners.ts';

const missingMs = 2_000;

/** Tells when pictures stay away for two seconds, and when they are there again. Some cameras never send one. */
export const watchPicture = (onMissing: (isMissing: boolean) => void) => {
  let seenMs = performance.now();
  let isMissing = false;
  const look = () => {
    const isNow = performance.now() - seenMs > missingMs;
    if (isNow === isMissing) return;
    isMissing = isNow;
    onMissing(isNow);
  };
  const timer = setInterval(look, 500);
  const stop: Stop = () => clearInterval(timer);
  return {
    onPicture(): void {
      seenMs = performance.now();
      if (isMissing) look();
    },
    stop,
  };
};
