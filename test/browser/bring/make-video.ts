import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A video whose upper half is red and lower half blue, which turns white and beeps for a tenth of each second
 * from the first on. `options` are ffmpeg's for what comes out; `frames` says which it has.
 */
export const makeVideo = async (
  folder: string,
  name: string,
  seconds: number,
  options: readonly string[],
  size = '640x360',
  frames = '1',
): Promise<string> => {
  const file = join(folder, name);
  const [width = 0, height = 0] = size.split('x').map(Number);
  const picture = `color=red:size=${size}:rate=30:duration=${seconds}`;
  const isClap = `gte(t,0.99)*lt(t,${seconds - 0.5})*lt(mod(t+0.001,1),0.1)`;
  const filter = [
    `drawbox=y=${height / 2}:w=${width}:h=${height / 2}:color=blue:t=fill`,
    `drawbox=w=${width}:h=${height}:color=white:t=fill:enable='${isClap}'`,
    `select='${frames}'`,
  ].join(',');
  const sound = `aevalsrc='0.7*sin(2*PI*880*t)*gte(t,0.999)*lt(t,${seconds - 0.5})*lt(mod(t+0.0001,1),0.1)':s=48000:d=${seconds}`;
  await run('ffmpeg', [
    ...['-y', '-v', 'error', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound],
    ...['-vf', filter, '-pix_fmt', 'yuv420p', ...options, file],
  ]);
  return file;
};
