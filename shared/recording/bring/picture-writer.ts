import type { VideoSample, VideoSampleSource } from 'mediabunny';
import type { Size } from '../capture/compose/layout.ts';
import { leastFrameSeconds } from './fit-size.ts';
import type { Picture } from './footage.ts';

/** A picture that stands is written again at each whole second, so that each segment has one to begin with. */
const nextSecond = (seconds: number): number => Math.floor(seconds + 0.001) + 1;

const isAsWanted = (sample: VideoSample, { width, height }: Size): boolean =>
  sample.rotation === 0 &&
  !sample.flip &&
  sample.visibleRect.width === width &&
  sample.visibleRect.height === height &&
  sample.displayWidth === width &&
  sample.displayHeight === height;

/** Upright and of the size wanted; what does not have its shape gets bars. */
const upright = async ({ sample }: Picture, size: Size): Promise<VideoSample> => {
  if (isAsWanted(sample, size)) return sample;
  using turned = sample;
  return turned.transform({ ...size, fit: 'contain', alpha: 'discard' });
};

/** Pictures, `rate` of them a second → encoder. Of too many some are left out; gaps are filled with what was seen. */
export const createPictureWriter = (source: VideoSampleSource, size: Size, rate: number) => {
  const leastSeconds = leastFrameSeconds(rate);
  let held: VideoSample | null = null;

  const sendHeld = async (untilSeconds: number): Promise<void> => {
    if (!held) return;
    using sample = held;
    held = null;
    for (let at = sample.timestamp; at < untilSeconds; at = nextSecond(at)) {
      using copy = sample.clone();
      copy.setTimestamp(at);
      copy.setDuration(Math.min(nextSecond(at), untilSeconds) - at);
      await source.add(copy);
    }
  };
  const drop = (): void => {
    held?.close();
    held = null;
  };

  return {
    /** Takes it over. The first one is seen from the very beginning. */
    async add(picture: Picture): Promise<void> {
      if (held && picture.atSeconds - held.timestamp < leastSeconds) return picture.sample.close();
      const atSeconds = held ? picture.atSeconds : 0;
      await sendHeld(atSeconds);
      held = await upright(picture, size);
      held.setTimestamp(atSeconds);
    },
    /** The last picture stays until the end. */
    close: sendHeld,
    drop,
  };
};
