import type { Level } from './capture.ts';
import { hearTrack, type Sound, soundRate } from './hear-track.ts';
import { createHearing } from './hearing.ts';
import { type DeviceNews, holdDevice } from './hold-device.ts';
import { createSoundMix } from './mix-sound.ts';
import { peakOf } from './sound-peak.ts';

type Options = {
  first: MediaStreamTrack;
  /** What the screen plays, where the browser gives it. */
  played: MediaStreamTrack | undefined;
  /** Of the voice alone: what the screen plays does not mean that one is heard. */
  onLevel: (level: Level) => void;
  onSound: (sound: Sound) => void;
  onNews: (news: DeviceNews) => void;
  signal: AbortSignal;
};

/** The voice, and under it what the screen plays. */
export const holdMicrophone = ({ first, played, onLevel, onSound, onNews, signal }: Options) => {
  const mix = played && createSoundMix(onSound);
  if (mix) signal.addEventListener('abort', hearTrack(played, mix.onScreen), { once: true });
  return holdDevice({
    kind: 'microphone',
    first,
    signal,
    onNews,
    follow: (track) => {
      const hear = createHearing();
      return hearTrack(track, (sound) => {
        const peak = peakOf(sound.data);
        onLevel({ peak, ...hear(peak, sound.data.length / soundRate) });
        if (mix) mix.onVoice(sound);
        else onSound(sound);
      });
    },
  });
};
