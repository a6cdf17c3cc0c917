import { AudioSample, VideoSample } from 'mediabunny';
import type { Take } from '../../../../shared/contract/kinds/demo.ts';
import { prepareEncoders } from '../../../../shared/recording/take/encoding.ts';
import { createSegmentOutput, type NewFile } from '../../../../shared/recording/take/segment-output.ts';

type MadeTake = {
  index: number;
  seconds: number;
  width: number;
  height: number;
  /** While this lasts a high tone sounds instead of the low one. */
  secret?: [fromSeconds: number, toSeconds: number] | undefined;
  onFile: (file: NewFile) => Promise<void>;
};

const rate = 30;
const soundRate = 48_000;
const bits = 12;

/** Twelve bars along the top say which frame it is; below, something moves, so that each differs from the last. */
const draw = (picture: OffscreenCanvasRenderingContext2D, frame: number, width: number, height: number) => {
  const bar = width / bits;
  const top = height / 8;
  picture.fillStyle = `hsl(${frame % 360} 40% 50%)`;
  picture.fillRect(0, 0, width, height);
  for (let at = 0; at < 24; at++) {
    picture.fillStyle = `hsl(${(at * 15 + frame) % 360} 60% 60%)`;
    picture.fillRect((at * 97 + frame * (1 + (at % 5))) % width, top + ((at * 61) % (height - top)), 90, 60);
  }
  for (let bit = 0; bit < bits; bit++) {
    picture.fillStyle = (frame >> (bits - 1 - bit)) & 1 ? 'white' : 'black';
    picture.fillRect(bit * bar, 0, bar, top);
  }
};

/** A take by the recorder's own encoders, faster than it would be recorded. */
export const makeTake = async ({
  index,
  seconds,
  width,
  height,
  secret,
  onFile,
}: MadeTake): Promise<Take> => {
  await prepareEncoders();
  const failed = Promise.withResolvers<never>();
  const size = { width, height };
  const segments = createSegmentOutput({
    index,
    size,
    onFile,
    onTake: () => Promise.resolve(),
    onLost: failed.reject,
  });
  await segments.output.start();
  const canvas = new OffscreenCanvas(width, height);
  const picture = canvas.getContext('2d');
  if (!picture) throw new Error('no canvas');
  const [secretFrom = 0, secretTo = 0] = secret ?? [];
  const hum = (at: number) => {
    const now = at / soundRate;
    const hertz = now >= secretFrom && now < secretTo ? 3_000 : 400;
    return 0.5 * Math.sin(2 * Math.PI * hertz * now);
  };
  const add = async () => {
    for (let frame = 0; frame < seconds * rate; frame++) {
      draw(picture, frame, width, height);
      using sample = new VideoSample(canvas, { timestamp: frame / rate, duration: 1 / rate });
      const begin = (frame * soundRate) / rate;
      const data = Float32Array.from({ length: soundRate / rate }, (_, at) => hum(begin + at));
      using sound = new AudioSample({
        data,
        format: 'f32',
        numberOfChannels: 1,
        sampleRate: soundRate,
        timestamp: begin / soundRate,
      });
      await Promise.all([segments.video.add(sample), segments.audio.add(sound)]);
    }
    await segments.output.finalize();
    await segments.settled();
  };
  await Promise.race([add(), failed.promise]);
  const take = segments.take();
  if (!take) throw new Error('nothing was recorded');
  return take;
};
