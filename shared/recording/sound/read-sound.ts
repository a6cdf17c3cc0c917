import { AudioSampleSink } from 'mediabunny';
import type { Track } from '../../contract/kinds/demo.ts';
import { openTrack, type ReadFile } from '../edit/open-track.ts';
import type { Span } from '../edit/place-segments.ts';

type Stretch = { atSeconds: number; sampleRate: number; mono: Float32Array };

type Options = {
  /** What of it; without: all. It begins where the packet does. */
  span?: Span;
  signal: AbortSignal;
};

/**
 * What is heard of a track, channels as one, on the take's own time; 21 ms at a time, and the array is used again
 * for the next. Nothing, where this browser cannot decode it. Throws the signal's reason when aborted.
 */
export async function* readSound(track: Track, readFile: ReadFile, { span, signal }: Options) {
  using input = await openTrack(track, readFile);
  const sound = await input.getPrimaryAudioTrack();
  if (!sound || !(await sound.canDecode())) return;
  let mono = new Float32Array();
  let plane = new Float32Array();
  for await (using sample of new AudioSampleSink(sound).samples(span?.fromSeconds, span?.toSeconds)) {
    signal.throwIfAborted();
    const { numberOfFrames: length, numberOfChannels, sampleRate, timestamp } = sample;
    if (mono.length !== length) [mono, plane] = [new Float32Array(length), new Float32Array(length)];
    sample.copyTo(mono, { planeIndex: 0, format: 'f32-planar' });
    for (let planeIndex = 1; planeIndex < numberOfChannels; planeIndex++) {
      sample.copyTo(plane, { planeIndex, format: 'f32-planar' });
      for (let at = 0; at < length; at++) mono[at] = (mono[at] ?? 0) + (plane[at] ?? 0);
    }
    if (numberOfChannels > 1)
      for (let at = 0; at < length; at++) mono[at] = (mono[at] ?? 0) / numberOfChannels;
    yield { atSeconds: timestamp, sampleRate, mono } satisfies Stretch;
  }
}
