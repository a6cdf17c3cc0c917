import type { Track } from '../../contract/kinds/demo.ts';
import { soundRate } from '../capture/hear-track.ts';
import type { ReadFile } from '../edit/open-track.ts';
import { readSound } from './read-sound.ts';

/** Long enough for a sentence. */
const turnSeconds = 4;
/** Without it, each change is a click. */
const fadeSeconds = 0.02;

export type Heard = 'recorded' | 'clean';
type Sounds = Record<Heard, Track> & { readFile: ReadFile; fromSeconds: number };
type Options = { onTurn: (heard: Heard) => void; signal: AbortSignal };

const readSpan = async (
  track: Track,
  fromSeconds: number,
  readFile: ReadFile,
  signal: AbortSignal,
): Promise<AudioBuffer> => {
  const buffer = new AudioBuffer({ length: turnSeconds * soundRate, sampleRate: soundRate });
  const span = { fromSeconds, toSeconds: fromSeconds + turnSeconds };
  for await (const { atSeconds, mono } of readSound(track, readFile, { span, signal })) {
    const at = Math.round((atSeconds - fromSeconds) * soundRate);
    if (at >= 0 && at < buffer.length) buffer.copyToChannel(mono, 0, at);
  }
  return buffer;
};

/** Plays a buffer to its end, or until aborted. */
const play = (context: AudioContext, buffer: AudioBuffer, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const source = new AudioBufferSourceNode(context, { buffer });
    const { currentTime: now } = context;
    const fade = new GainNode(context, { gain: 0 });
    fade.gain.setTargetAtTime(1, now, fadeSeconds / 3);
    fade.gain.setTargetAtTime(0, now + buffer.duration - fadeSeconds, fadeSeconds / 3);
    source.connect(fade).connect(context.destination);
    source.onended = () => resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    source.start();
  });

/** The same four seconds as recorded, cleaned, as recorded … until it is aborted, which is how it ends. */
export const compareSound = async (
  { readFile, fromSeconds, ...tracks }: Sounds,
  { onTurn, signal }: Options,
): Promise<void> => {
  const context = new AudioContext();
  try {
    const read = (heard: Heard) => readSpan(tracks[heard], fromSeconds, readFile, signal);
    const buffers = { recorded: await read('recorded'), clean: await read('clean') };
    for (let heard: Heard = 'recorded'; !signal.aborted; heard = heard === 'clean' ? 'recorded' : 'clean') {
      onTurn(heard);
      await play(context, buffers[heard], signal);
    }
  } finally {
    await context.close();
  }
};
