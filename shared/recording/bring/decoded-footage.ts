import {
  AudioSampleSink,
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  MPEG_TS,
  QTFF,
  VideoSampleSink,
  WEBM,
} from 'mediabunny';
import { RecordingError } from '../recording-error.ts';
import { bePatient } from './be-patient.ts';
import type { Footage, Picture, SoundChunk } from './footage.ts';
import { readMovieHeader } from './read-movie-header.ts';

/** Frames that are looked at to tell how many there are in a second. */
const rateFrames = 120;

/** Reads its first packet, which an encrypted file does not give, and decodes it: `canDecode` can be wrong. */
const canReallyDecode = async (track: InputVideoTrack | InputAudioTrack): Promise<boolean> => {
  try {
    await new EncodedPacketSink(track).getFirstPacket();
  } catch (error) {
    // mediabunny has no other word for it (isobmff-demuxer.ts).
    if (error instanceof Error && /encrypted/i.test(error.message)) {
      throw new RecordingError('video-encrypted', error);
    }
    throw error;
  }
  if (!(await track.canDecode())) return false;
  try {
    const samples = track.isVideoTrack()
      ? new VideoSampleSink(track).samples()
      : new AudioSampleSink(track).samples();
    const first = await samples.next();
    await samples.return();
    first.value?.close();
    return first.value !== undefined;
  } catch (error) {
    console.info(error);
    return false;
  }
};

async function* picturesOf(track: InputVideoTrack, startSeconds: number): AsyncGenerator<Picture, void> {
  for await (const sample of bePatient(new VideoSampleSink(track).samples())) {
    yield { sample, atSeconds: sample.timestamp - startSeconds };
  }
}

async function* soundOf(track: InputAudioTrack, startSeconds: number): AsyncGenerator<SoundChunk, void> {
  for await (using sample of bePatient(new AudioSampleSink(track).samples())) {
    const { numberOfChannels, numberOfFrames, sampleRate, timestamp } = sample;
    const mono = new Float32Array(numberOfFrames);
    const plane = new Float32Array(numberOfFrames);
    for (let planeIndex = 0; planeIndex < numberOfChannels; planeIndex++) {
      sample.copyTo(plane, { planeIndex, format: 'f32-planar' });
      for (const [at, value] of plane.entries()) mono[at] = (mono[at] ?? 0) + value / numberOfChannels;
    }
    yield { mono, sampleRate, atSeconds: timestamp - startSeconds };
  }
}

/** What the browser decodes of a file; `needs` says what it does not. */
export type Decoded = Footage & { needs: { picture: boolean; sound: boolean } };

/**
 * Reads a file by WebCodecs. Null where mediabunny does not know its container or finds nothing in it. Throws RecordingError
 * `video-encrypted` and `video-without-picture`, and what mediabunny throws where the file is damaged.
 */
export const openDecoded = async (file: Blob): Promise<Decoded | null> => {
  const { isLocked, isSane } = await readMovieHeader(file);
  if (isLocked) throw new RecordingError('video-encrypted');
  if (!isSane) return null;
  const input = new Input({ formats: [MP4, QTFF, MATROSKA, WEBM, MPEG_TS], source: new BlobSource(file) });
  try {
    if (!(await input.canRead())) {
      input.dispose();
      return null;
    }
    const picture = await input.getPrimaryVideoTrack();
    const sound = await input.getPrimaryAudioTrack();
    if (!picture && sound) throw new RecordingError('video-without-picture');
    if (!picture) {
      input.dispose();
      return null;
    }
    const tracks = sound ? [picture, sound] : [picture];
    const startSeconds = Math.max(0, await input.getFirstTimestamp(tracks));
    const endSeconds = await input.computeDuration(tracks);
    const needs = {
      picture: !(await canReallyDecode(picture)),
      sound: sound !== null && !(await canReallyDecode(sound)),
    };
    const { averagePacketRate } = await picture.computePacketStats(rateFrames);
    return {
      seconds: endSeconds - startSeconds,
      size: { width: await picture.getDisplayWidth(), height: await picture.getDisplayHeight() },
      rate: averagePacketRate,
      pictures: () => picturesOf(picture, startSeconds),
      sound: sound && (() => soundOf(sound, startSeconds)),
      needs,
      close: () => input.dispose(),
    };
  } catch (error) {
    input.dispose();
    throw error;
  }
};
