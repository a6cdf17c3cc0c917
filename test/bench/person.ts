import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Camera } from '../browser/harness/browsers.ts';
import { makeCamera } from '../browser/harness/camera.ts';

const folder = join(tmpdir(), 'chalkloop-person');
const run = promisify(execFile);
const ffmpeg = (...args: string[]) => run('ffmpeg', ['-y', '-v', 'error', ...args]);

export const person = { width: 1280, height: 720, framesPerSecond: 30, frames: 300 };
/** A number is drawn into the corner, so that each recorded picture can be compared with the one it was. */
export const code = { bits: 9, side: 16 };

/** A still picture: its size, and luma and chroma at (X, Y) in ffmpeg's `geq`; `soft` cuts it out by a distance. */
const drawn = async (name: string, size: string, luma: string, cb: string, cr: string, soft?: string) => {
  const format = soft ? 'yuva444p' : 'yuv420p';
  const alpha = soft ? `:a='255*clip((1.02-${soft})*25,0,1)'` : '';
  const picture = `nullsrc=s=${size},format=${format},geq=lum='${luma}':cb='${cb}':cr='${cr}'${alpha},gblur=sigma=0.7`;
  const file = join(folder, `${name}.png`);
  await ffmpeg('-f', 'lavfi', '-i', picture, '-frames:v', '1', file);
  return file;
};

const books =
  '55+110*abs(sin(floor(X/24)*12.9898))+25*lt(mod(Y+floor(X/24)*37,90),12)-30*lt(mod(X,24),2)-40*lt(mod(Y-60,170),10)';
const desk = '95+18*sin(X/11+4*sin(Y/23))+6*sin(X/3)';
const wall = '150+14*sin(X/210)+10*sin(Y/160)+9*(random(1)-0.5)';
const isDesk = 'gt(Y,560)';
const isShelf = 'between(X,780,1240)*between(Y,60,400)';

const drawParts = () =>
  Promise.all([
    drawn(
      'room',
      '1280x720',
      `if(${isDesk},${desk},if(${isShelf},${books},${wall}))`,
      'if(gt(Y,280),118,if(between(X,390,620)*between(Y,30,200),110+30*sin(floor(X/12)*78.233),126))',
      'if(gt(Y,280),140,if(between(X,390,620)*between(Y,30,200),128+30*cos(floor(X/12)*39.425),130))',
    ),
    drawn(
      'body',
      '620x400',
      '80+25*sin((X+Y)/6)*sin((X-Y)/6)+20*sin(X/90)',
      '140',
      '118',
      'hypot((X-310)/305,(Y-390)/370)',
    ),
    drawn(
      'head',
      '260x340',
      '165+22*sin(X/70)-25*hypot((X-130)/130,(Y-170)/170)+8*(random(1)-0.5)-95*lt(hypot((X-85)/22,(Y-140)/11),1)-95*lt(hypot((X-175)/22,(Y-140)/11),1)-60*lt(Y,70+20*sin(X/13))-25*lt(abs(X-130)+abs(Y-195)/3,12)',
      '112',
      '150',
      'hypot((X-130)/125,(Y-170)/165)',
    ),
    drawn('mouth', '70x34', '60+15*sin(X/9)', '118', '165', 'hypot((X-35)/34,(Y-17)/16)'),
    drawn(
      'hand',
      '110x130',
      '160-20*hypot((X-55)/55,(Y-65)/65)-40*lt(mod(X+Y/9,26),3)*lt(Y,75)+6*(random(1)-0.5)',
      '112',
      '150',
      'hypot((X-55)/52,(Y-65)/62)',
    ),
  ]);

/** All of it swings in whole periods of the ten seconds, because the fake camera begins again after them. */
const turn = '2*PI*t/10';
const head = `30*sin(2*${turn})+6*sin(9*${turn})`;
const nod = `8*sin(5*${turn})`;
const scene = [
  `[0][1]overlay=x='330+14*sin(2*${turn})':y='330+4*sin(5*${turn})'[a]`,
  `[a][2]overlay=x='500+${head}':y='95+${nod}'[b]`,
  `[b][3]overlay=x='595+${head}':y='340+${nod}+5*sin(37*${turn})'[c]`,
  `[c][4]overlay=x='300+120*sin(4*${turn})*sin(3*${turn})':y='470+90*sin(7*${turn})*sin(2*${turn})'[d]`,
].join(';');
const box = (x: number, width: number, colour: string, when = '1') =>
  `drawbox=x=${x}:y=0:w=${width}:h=${code.side}:color=${colour}:t=fill:enable='${when}'`;
const number = [
  box(0, code.bits * code.side, 'black'),
  ...Array.from({ length: code.bits }, (_, bit) =>
    box(bit * code.side, code.side, 'white', `mod(floor(n/${2 ** bit}),2)`),
  ),
].join(',');

/**
 * Ten seconds of something like a teacher at a desk: no filmed person, because none may lie in the repository,
 * but drawn shapes. A still, textured room; a nodding head with a mouth that moves about four times a second,
 * shoulders in a fine check, a hand that gestures; and the soft noise of a good indoor camera in every picture.
 */
export const makePerson = async (): Promise<Camera> => {
  const video = join(folder, 'person.y4m');
  const { audio } = await makeCamera();
  if (existsSync(video)) return { video, audio };
  await mkdir(folder, { recursive: true });
  const inputs = (await drawParts()).flatMap((file) => ['-loop', '1', '-framerate', '30', '-i', file]);
  const half = join(folder, 'half.y4m');
  const filter = `${scene};[d]noise=c0s=3:c0f=t+u,${number},format=yuv420p`;
  await ffmpeg(...inputs, '-filter_complex', filter, '-frames:v', String(person.frames), half);
  await rename(half, video);
  return { video, audio };
};

/** Some of its pictures as raw planes. Each has `FRAME\n` before it (YUV4MPEG2). */
export const readFrames = async (file: string, wanted: readonly number[]): Promise<Buffer[]> => {
  const frameBytes = (person.width * person.height * 3) / 2;
  const y4m = await open(file);
  try {
    const { size } = await y4m.stat();
    const headerBytes = size - person.frames * (frameBytes + 6);
    const pictures: Buffer[] = [];
    for (const at of wanted) {
      const picture = Buffer.alloc(frameBytes);
      await y4m.read(picture, 0, frameBytes, headerBytes + at * (frameBytes + 6) + 6);
      pictures.push(picture);
    }
    return pictures;
  } finally {
    await y4m.close();
  }
};
