import {
  AudioSampleSink,
  AudioSampleSource,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  type InputAudioTrack,
  type InputVideoTrack,
  VideoSampleSink,
  VideoSampleSource,
} from 'mediabunny';
import { audioEncoding, videoEncoding } from '../take/encoding.ts';

/** Where a moment of a take lies in the file; null where nothing more of it belongs there. */
type Place = (timestamp: number, duration: number) => number | null;

type Header = { codec: string; description?: AllowSharedBufferSource | undefined };

const bytesOf = (description: AllowSharedBufferSource | undefined): string => {
  if (!description) return '';
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(description)
    ? description
    : { buffer: description, byteOffset: 0, byteLength: description.byteLength };
  return new Uint8Array(buffer, byteOffset, byteLength).join();
};

/** An MP4 track has one header for all of its packets: those of another encoder would not be decoded by it. */
const isOneHeader = (headers: readonly (Header | null)[]): boolean =>
  new Set(headers.map((header) => header && `${header.codec} ${bytesOf(header.description)}`)).size <= 1;

const configOf = async <T>(track: { getDecoderConfig: () => Promise<T | null> }): Promise<T> => {
  const config = await track.getDecoderConfig();
  if (!config) throw new Error('a take says how it is decoded');
  return config;
};

/** Copies packets as they are; where takes were encoded in different ways, decodes all and encodes them alike. */
export const createPictures = async (tracks: readonly InputVideoTrack[]) => {
  if (isOneHeader(await Promise.all(tracks.map(configOf)))) {
    const source = new EncodedVideoPacketSource('avc');
    const write = async (track: InputVideoTrack, place: Place) => {
      const decoderConfig = await configOf(track);
      for await (const packet of new EncodedPacketSink(track).packets()) {
        const timestamp = place(packet.timestamp, packet.duration);
        if (timestamp !== null) await source.add(packet.clone({ timestamp }), { decoderConfig });
      }
    };
    return { source, write, isEncoding: false };
  }
  const source = new VideoSampleSource(videoEncoding);
  const write = async (track: InputVideoTrack, place: Place) => {
    for await (using sample of new VideoSampleSink(track).samples()) {
      const timestamp = place(sample.timestamp, sample.duration);
      if (timestamp === null) continue;
      sample.setTimestamp(timestamp);
      await source.add(sample);
    }
  };
  return { source, write, isEncoding: true };
};

/** The same for sound. Takes `prepareEncoders` first where it cannot be copied. */
export const createSound = async (tracks: readonly InputAudioTrack[]) => {
  if (isOneHeader(await Promise.all(tracks.map(configOf)))) {
    const source = new EncodedAudioPacketSource('aac');
    const write = async (track: InputAudioTrack, place: Place) => {
      const decoderConfig = await configOf(track);
      for await (const packet of new EncodedPacketSink(track).packets()) {
        const timestamp = place(packet.timestamp, packet.duration);
        if (timestamp !== null) await source.add(packet.clone({ timestamp }), { decoderConfig });
      }
    };
    return { source, write, isEncoding: false };
  }
  const source = new AudioSampleSource(audioEncoding);
  const write = async (track: InputAudioTrack, place: Place) => {
    for await (using sample of new AudioSampleSink(track).samples()) {
      const timestamp = place(sample.timestamp, sample.duration);
      if (timestamp === null) continue;
      sample.setTimestamp(timestamp);
      await source.add(sample);
    }
  };
  return { source, write, isEncoding: true };
};
