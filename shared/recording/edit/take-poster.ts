import { BlobSource, CanvasSink, Input, MP4 } from 'mediabunny';

/** The picture at a moment of an MP4, as a JPEG to show before it plays. */
export const takePoster = async (mp4: Blob, atSeconds: number): Promise<Blob> => {
  using input = new Input({ formats: [MP4], source: new BlobSource(mp4) });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('an MP4 of takes has pictures');
  const sink = new CanvasSink(track, { width: 960, fit: 'contain' });
  const picture = await sink.getCanvas(atSeconds);
  if (!picture) throw new Error(`no picture at ${atSeconds} s`);
  const { canvas } = picture;
  if (canvas instanceof OffscreenCanvas) return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture was not encoded'))),
      'image/jpeg',
      0.8,
    ),
  );
};
