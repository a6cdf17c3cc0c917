import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import type { Take, Track } from '../../contract/kinds/demo.ts';
import { timelineSeconds } from '../../rules/playlist.ts';

type ReadFile = (name: string) => Promise<Blob>;

const openTrack = async ({ init, segments }: Track, readFile: ReadFile): Promise<Input> => {
  const parts = await Promise.all([init, ...segments.map(({ name }) => name)].map(readFile));
  // An init segment and what follows it are together a fragmented MP4 (ISO/IEC 14496-12 §8.16).
  return new Input({ formats: [MP4], source: new BlobSource(new Blob(parts)) });
};

/** Copies one rendition's packets, `shift` seconds later. */
const copyPictures = async (
  track: Track,
  readFile: ReadFile,
  to: EncodedVideoPacketSource,
  shift: number,
) => {
  using input = await openTrack(track, readFile);
  const from = await input.getPrimaryVideoTrack();
  const decoderConfig = await from?.getDecoderConfig();
  if (!from || !decoderConfig) throw new Error('a take has pictures');
  for await (const packet of new EncodedPacketSink(from).packets()) {
    await to.add(packet.clone({ timestamp: packet.timestamp + shift }), { decoderConfig });
  }
};
const copySound = async (track: Track, readFile: ReadFile, to: EncodedAudioPacketSource, shift: number) => {
  using input = await openTrack(track, readFile);
  const from = await input.getPrimaryAudioTrack();
  const decoderConfig = await from?.getDecoderConfig();
  if (!from || !decoderConfig) throw new Error('a take with sound has sound');
  for await (const packet of new EncodedPacketSink(from).packets()) {
    await to.add(packet.clone({ timestamp: packet.timestamp + shift }), { decoderConfig });
  }
};

/** One ordinary MP4 of the takes, packet by packet and without encoding again: to look at before it is shared. */
export const toMp4 = async (takes: readonly Take[], readFile: ReadFile): Promise<Blob> => {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const pictures = new EncodedVideoPacketSource('avc');
  const sound = new EncodedAudioPacketSource('aac');
  output.addVideoTrack(pictures);
  if (takes.some(({ audio }) => audio)) output.addAudioTrack(sound);
  await output.start();
  let shift = 0;
  for (const take of takes) {
    // Both at once: the muxer holds one track's packets until the other has come as far.
    await Promise.all([
      copyPictures(take.video, readFile, pictures, shift),
      take.audio && copySound(take.audio, readFile, sound, shift),
    ]);
    shift += timelineSeconds([take]);
  }
  await output.finalize();
  if (!target.buffer) throw new Error('the MP4 was closed without its bytes');
  return new Blob([target.buffer], { type: 'video/mp4' });
};
