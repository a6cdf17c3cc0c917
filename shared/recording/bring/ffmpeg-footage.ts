import { FFFSType, type FFmpeg } from '@ffmpeg/ffmpeg';
import { VideoSample } from 'mediabunny';
import { withFfmpeg } from '../ffmpeg/load-ffmpeg.ts';
import { fitRate, fitSize } from './fit-size.ts';
import type { Footage, Picture, SoundChunk } from './footage.ts';
import { readProbe } from './read-probe.ts';

/** Raw pictures of one piece: what is held in memory twice, while one is encoded and the next decoded. */
const pieceBytes = 96 * 1024 * 1024;
const soundSeconds = 120;
const sampleRate = 48_000;

/** Longer than the slowest machine needs for a piece: a damaged file can keep a reader busy for ever. */
const mostMs = 120_000;
/** It looks at the first megabytes alone. */
const mostProbeMs = 30_000;

const folder = '/brought';
const path = `${folder}/video`;

type Options = { limitMs: number; signal: AbortSignal };

/**
 * ffmpeg with the file in a folder of its file system, read where it lies and never copied. Its own limit is
 * looked at between packets alone: what is busy with one for ever is ended with its worker.
 */
const withFile = async <T>(
  file: Blob,
  work: (ffmpeg: FFmpeg) => Promise<T>,
  { limitMs, signal }: Options,
): Promise<T> => {
  const late = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (ffmpeg: FFmpeg) => {
    // From here on: until now another command may have been under way.
    timer = setTimeout(() => late.abort(new Error('ffmpeg did not answer')), limitMs);
    await ffmpeg.createDir(folder);
    await ffmpeg.mount(FFFSType.WORKERFS, { blobs: [{ name: 'video', data: file }] }, folder);
    const done = await work(ffmpeg);
    await ffmpeg.unmount(folder);
    await ffmpeg.deleteDir(folder);
    return done;
  };
  return withFfmpeg(run, { signal: AbortSignal.any([signal, late.signal]) }).finally(() =>
    clearTimeout(timer),
  );
};

const readBytes = async (ffmpeg: FFmpeg, name: string): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = await ffmpeg.readFile(name);
  await ffmpeg.deleteFile(name);
  if (typeof bytes === 'string') throw new Error('asked for bytes');
  // The worker hands its own copy over.
  return bytes as Uint8Array<ArrayBuffer>;
};

/** What one command writes; nothing where there was nothing to read any more. */
const runTo = (file: Blob, signal: AbortSignal, args: readonly string[]): Promise<Uint8Array<ArrayBuffer>> =>
  withFile(
    file,
    async (ffmpeg) => {
      const code = await ffmpeg.exec(['-y', '-v', 'error', '-nostdin', ...args, '/out']);
      if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
      return readBytes(ffmpeg, '/out');
    },
    { limitMs: mostMs, signal },
  );

const probe = async (file: Blob, signal: AbortSignal): Promise<string> => {
  const args = ['-v', 'quiet', '-show_format', '-show_streams', '-of', 'json', '-o', '/probe', path];
  const look = async (ffmpeg: FFmpeg) => {
    await ffmpeg.ffprobe(args);
    return readBytes(ffmpeg, '/probe');
  };
  const bytes = await withFile(file, look, { limitMs: mostProbeMs, signal });
  return new TextDecoder().decode(bytes);
};

/**
 * Reads by ffmpeg what the browser cannot: raw pictures and raw sound, piece by piece, each asked for while the
 * one before is encoded. Throws RecordingError where it is no video, or none that anybody can read.
 */
export const openByFfmpeg = async (file: Blob, signal: AbortSignal): Promise<Footage> => {
  const { seconds, shown, rate: fileRate, hasSound } = readProbe(await probe(file, signal));
  const size = fitSize(shown);
  const rate = fitRate(fileRate);
  const frameBytes = (size.width * size.height * 3) / 2;
  const pieceFrames = Math.max(1, Math.floor(pieceBytes / frameBytes));

  const readPictures = (fromFrame: number, within: AbortSignal) =>
    runTo(file, within, [
      ...['-ss', String(fromFrame / rate), '-i', path, '-map', '0:V:0', '-an', '-sn'],
      ...['-vf', `scale=${size.width}:${size.height}:out_color_matrix=bt709,fps=${rate}:start_time=0`],
      ...['-frames:v', String(pieceFrames), '-pix_fmt', 'yuv420p', '-f', 'rawvideo'],
    ]);
  async function* pictures(within: AbortSignal): AsyncGenerator<Picture, void> {
    let coming = readPictures(0, within);
    for (let frame = 0; frame / rate < seconds; frame += pieceFrames) {
      const bytes = await coming;
      const frames = Math.floor(bytes.length / frameBytes);
      if (frames === 0) return;
      coming = readPictures(frame + pieceFrames, within);
      // It is waited for in the next round, or not at all.
      coming.catch(() => undefined);
      for (let at = 0; at < frames; at++) {
        const sample = new VideoSample(bytes.subarray(at * frameBytes, (at + 1) * frameBytes), {
          format: 'I420',
          codedWidth: size.width,
          codedHeight: size.height,
          colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
          timestamp: (frame + at) / rate,
        });
        yield { sample, atSeconds: (frame + at) / rate };
      }
    }
  }
  async function* sound(within: AbortSignal): AsyncGenerator<SoundChunk, void> {
    for (let fromSeconds = 0; fromSeconds < seconds; fromSeconds += soundSeconds) {
      const bytes = await runTo(file, within, [
        ...[
          '-ss',
          String(fromSeconds),
          '-t',
          String(soundSeconds),
          '-i',
          path,
          '-map',
          '0:a:0',
          '-vn',
          '-sn',
        ],
        ...['-af', `aresample=${sampleRate}:async=1:first_pts=0`, '-ac', '1', '-f', 'f32le'],
      ]);
      const mono = new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4));
      if (mono.length > 0) yield { mono, sampleRate, atSeconds: fromSeconds };
    }
  }
  return { seconds, size, rate, pictures, sound: hasSound ? sound : null, close: () => undefined };
};
