import { useMemo } from 'preact/hooks';
import css from './Timeline.module.css';
import { peaksPerSecond } from './use-waveforms.ts';

type WaveformProps = {
  peaks: Float32Array;
  /** Of the take's own time. */
  fromSeconds: number;
  perSecond: number;
  /** Pixels, of those that are seen. */
  width: number;
};

const height = 32;
const dotPixels = 2;

const loudest = (peaks: Float32Array, from: number, to: number): number => {
  let most = 0;
  for (let at = Math.max(0, Math.floor(from)); at < to && at < peaks.length; at++) {
    most = Math.max(most, peaks[at] ?? 0);
  }
  return most;
};

/** Quiet speech is seen too: loudness is heard by its logarithm, and a root comes near it. */
const tallness = (peak: number): number => Math.max(0.5, (Math.sqrt(peak) * height) / 2);

/** Loudness over time, as an outline about its middle. */
export const Waveform = ({ peaks, fromSeconds, perSecond, width }: WaveformProps) => {
  const path = useMemo(() => {
    const count = Math.max(1, Math.ceil(width / dotPixels));
    const step = (dotPixels / perSecond) * peaksPerSecond;
    const start = fromSeconds * peaksPerSecond;
    const tops = Array.from({ length: count }, (_, dot) =>
      tallness(
        loudest(peaks, start + dot * step, Math.max(start + (dot + 1) * step, start + dot * step + 1)),
      ),
    );
    const line = (sign: 1 | -1) =>
      tops.map((top, dot) => `${dot * dotPixels},${(height / 2 + sign * top).toFixed(1)}`);
    return `M${[...line(-1), ...line(1).reverse()].join('L')}Z`;
  }, [peaks, fromSeconds, perSecond, width]);
  return (
    <svg class={css.wave} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={path} />
    </svg>
  );
};
