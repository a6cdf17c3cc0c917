import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Camera } from './browsers.ts';

const run = promisify(execFile);

/** Ten seconds of a moving picture and of a voice-like tone, which the fake camera and microphone repeat. */
export const makeCamera = async (): Promise<Camera> => {
  const folder = join(tmpdir(), 'chalkloop-camera');
  const camera = { video: join(folder, 'picture.y4m'), audio: join(folder, 'sound.wav') };
  await mkdir(folder, { recursive: true });
  const ffmpeg = (...args: string[]) =>
    run('ffmpeg', ['-y', '-loglevel', 'error', '-f', 'lavfi', '-i', ...args]);
  if (!existsSync(camera.video)) {
    await ffmpeg('testsrc2=size=640x360:rate=30:duration=10', '-pix_fmt', 'yuv420p', camera.video);
  }
  if (!existsSync(camera.audio)) {
    const voice = 'aevalsrc=0.4*sin(2*PI*180*t)*(0.5+0.5*sin(2*PI*3*t)):s=48000:d=10';
    await ffmpeg(voice, '-c:a', 'pcm_s16le', camera.audio);
  }
  return camera;
};
