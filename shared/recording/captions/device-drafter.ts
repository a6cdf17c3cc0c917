import type { Cue } from '../../rules/captions/cues.ts';
import { cuesOfSpeech } from '../../rules/captions/cues-of-speech.ts';
import type { CaptionDrafter, DraftOptions } from './drafter.ts';
import { type Speech, speechRate } from './speech.ts';
import { localRecognition, type Recognition } from './speech-recognition.ts';

/** Recognisers take a language with its country, as `en-US`. */
const withCountry = (language: string): string => {
  const { language: base, region } = new Intl.Locale(language).maximize();
  return region ? `${base}-${region}` : base;
};

/** The speech as if somebody spoke it now; `seconds` is how much of it was said. */
const play = (speech: Speech) => {
  const context = new AudioContext({ sampleRate: speechRate });
  const buffer = context.createBuffer(1, speech.length, speechRate);
  buffer.copyToChannel(speech, 0);
  const source = new AudioBufferSourceNode(context, { buffer });
  const output = new MediaStreamAudioDestinationNode(context);
  source.connect(output);
  const [track] = output.stream.getAudioTracks();
  if (!track) throw new Error('the destination has a track');
  let startedAt = 0;
  return {
    track,
    start: (onEnded: () => void) => {
      startedAt = context.currentTime;
      source.onended = onEnded;
      source.start();
    },
    seconds: () => context.currentTime - startedAt,
    close: () => context.close(),
  };
};

/** A recogniser says no times: a sentence began when its first word came, and ended when it was final. */
const collect = (recognition: Recognition, seconds: () => number): Cue[] => {
  const cues: Cue[] = [];
  const begun = new Map<number, number>();
  recognition.onresult = ({ resultIndex, results }) => {
    for (let index = resultIndex; index < results.length; index++) {
      const now = seconds();
      const fromSeconds = begun.get(index) ?? now;
      begun.set(index, fromSeconds);
      const { isFinal, 0: best } = results[index] ?? {};
      if (isFinal && best) cues.push(...cuesOfSpeech({ fromSeconds, toSeconds: now, text: best.transcript }));
    }
  };
  return cues;
};

const listen = (
  recognition: Recognition,
  speech: Speech,
  { onProgress, signal }: DraftOptions,
): Promise<Cue[]> => {
  const sound = play(speech);
  const cues = collect(recognition, sound.seconds);
  const lasts = speech.length / speechRate;
  const timer = setInterval(() => onProgress(Math.min(1, sound.seconds() / lasts)), 500);
  return new Promise<Cue[]>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      recognition.abort();
      reject(signal.reason);
    });
    recognition.onerror = ({ error }) => {
      if (error !== 'no-speech' && !signal.aborted) reject(new Error(`speech recognition: ${error}`));
    };
    // It ends by itself after a pause, too: then it goes on with what is left.
    let isOver = false;
    recognition.onend = () => {
      if (isOver || signal.aborted) resolve(cues);
      else recognition.start(sound.track);
    };
    recognition.start(sound.track);
    sound.start(() => {
      isOver = true;
      recognition.stop();
    });
  }).finally(() => {
    clearInterval(timer);
    recognition.onend = null;
    void sound.close();
  });
};

/**
 * The browser's own recogniser, told to stay on the device: where it cannot, it is not offered at all. It hears
 * the demo at the speed at which it was spoken.
 */
export const deviceDrafter: CaptionDrafter = {
  id: 'device',
  isAvailable: async (language) => {
    const Recognition = localRecognition();
    if (!Recognition) return false;
    const state = await Recognition.available({ langs: [withCountry(language)], processLocally: true });
    return state !== 'unavailable';
  },
  draft: async (speech, options) => {
    const Recognition = localRecognition();
    if (!Recognition) throw new Error('no recognition on the device');
    const lang = withCountry(options.language);
    // At once where its words are there already; else the browser brings them, and nothing is sent.
    if (!(await Recognition.install({ langs: [lang], processLocally: true }))) {
      throw new Error('the language is not to be had');
    }
    options.signal.throwIfAborted();
    const recognition = new Recognition();
    Object.assign(recognition, { lang, continuous: true, interimResults: true, processLocally: true });
    return listen(recognition, speech, options);
  },
};
