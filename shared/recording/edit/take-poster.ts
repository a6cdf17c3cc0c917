import { CanvasSink } from 'mediabunny';
import type { Take } from '../../contract/kinds/demo.ts';
import type { Picture } from './filmstrip.ts';
import { type ReadFile, withPictures } from './open-track.ts';

const quality = 0.8;

const toJpeg = (picture: Picture): Promise<Blob> => {
  if (picture instanceof OffscreenCanvas) return picture.convertToBlob({ type: 'image/jpeg', quality });
  const made = Promise.withResolvers<Blob>();
  picture.toBlob(
    (blob) => (blob ? made.resolve(blob) : made.reject(new Error('the picture was not encoded'))),
    'image/jpeg',
    quality,
  );
  return made.promise;
};

/** The picture at a moment of a take, as a JPEG to show before the demo plays. */
export const takePoster = (take: Take, seconds: number, readFile: ReadFile): Promise<Blob> =>
  withPictures(take, readFile, async (track) => {
    const sink = new CanvasSink(track, { width: 960, fit: 'contain' });
    const frame = await sink.getCanvas(seconds);
    if (!frame) throw new Error(`no picture at ${seconds} s`);
    return toJpeg(frame.canvas);
  });
