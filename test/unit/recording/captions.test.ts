import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/contract/limits.ts';
import { partSpeech } from '../../../shared/recording/captions/part-speech.ts';
import { serverDrafter } from '../../../shared/recording/captions/server-drafter.ts';
import { speechRate } from '../../../shared/recording/captions/speech.ts';
import { writeWav } from '../../../shared/recording/captions/write-wav.ts';
import { cuesOfSpeech } from '../../../shared/rules/captions/cues-of-speech.ts';

/** Speech that is loud but for the stretches named, in seconds. */
const speech = (seconds: number, ...quiet: [number, number][]) =>
  Float32Array.from({ length: seconds * speechRate }, (_, at) =>
    quiet.some(([from, to]) => at >= from * speechRate && at < to * speechRate) ? 0 : Math.sin(at / 5),
  );

describe('speech that is sent in parts', () => {
  it('is cut where it is quiet, is whole, and no part is too long', () => {
    const parts = partSpeech(speech(70, [24, 24.5], [46, 46.5]), 28);
    expect(parts.map(({ atSeconds }) => atSeconds)).toEqual([
      0,
      expect.closeTo(24.25, 0),
      expect.closeTo(46.25, 0),
    ]);
    expect(parts.reduce((sum, { part }) => sum + part.length, 0)).toBe(70 * speechRate);
    expect(parts.every(({ part }) => part.length <= 28 * speechRate)).toBe(true);
  });

  it('comes to an end where nothing is quiet, and where nothing is loud', () => {
    expect(partSpeech(speech(60), 28).length).toBeLessThan(5);
    expect(partSpeech(new Float32Array(60 * speechRate), 28).length).toBeLessThan(5);
    expect(partSpeech(new Float32Array(0), 28)).toEqual([]);
  });

  it('is a WAV that the Worker takes', async () => {
    const wav = writeWav(speech(limits.speechSeconds));
    expect(wav.size).toBeLessThanOrEqual(limits.speechBytes);
    const view = new DataView(await wav.arrayBuffer());
    const word = (at: number) => String.fromCharCode(...[0, 1, 2, 3].map((by) => view.getUint8(at + by)));
    expect([word(0), word(8), word(36)]).toEqual(['RIFF', 'WAVE', 'data']);
    expect(view.getUint32(4, true)).toBe(wav.size - 8);
    expect(view.getUint32(24, true)).toBe(16_000);
    const loudest = writeWav(Float32Array.from([2, -2, 0]));
    expect(new Int16Array(await loudest.slice(44).arrayBuffer())).toEqual(
      Int16Array.from([32767, -32767, 0]),
    );
  });
});

describe('a draft by the server', () => {
  const drafting = (signal = new AbortController().signal) => {
    const shares: number[] = [];
    return { shares, options: { language: 'es', onProgress: (share: number) => shares.push(share), signal } };
  };

  it('has every part at its place, and says how far it is', async () => {
    const languages: string[] = [];
    const drafter = serverDrafter(
      async () => true,
      async (wav, language) => {
        languages.push(language);
        return [{ fromSeconds: 1, toSeconds: 999, text: `${Math.round(wav.size / 32_000)} s` }];
      },
    );
    const { shares, options } = drafting();
    const cues = await drafter.draft(speech(40, [24, 24.5]), options);
    expect(cues.map(({ text }) => text)).toEqual(['24 s', '16 s']);
    expect(cues[0]?.fromSeconds).toBe(1);
    expect(cues[0]?.toSeconds).toBeCloseTo(24.25, 0);
    expect(cues[1]?.fromSeconds).toBeCloseTo(25.25, 0);
    expect(cues[1]?.toSeconds).toBe(40);
    expect(languages).toEqual(['es', 'es']);
    expect(shares).toEqual([expect.closeTo(0.6, 1), 1]);
  });

  it('sends nothing more once it is stopped', async () => {
    const stopping = new AbortController();
    let sent = 0;
    const drafter = serverDrafter(
      async () => true,
      async () => {
        sent += 1;
        stopping.abort();
        return [];
      },
    );
    await expect(drafter.draft(speech(60), drafting(stopping.signal).options)).rejects.toThrow();
    expect(sent).toBe(1);
  });
});

describe('what was heard', () => {
  it('is cut into lines that can be read, at the ends of sentences and else between words', () => {
    const text =
      'First we talk in pairs. Then two pairs become four, and each of them says what the other one thought about it, not what they thought.';
    const cues = cuesOfSpeech({ fromSeconds: 10, toSeconds: 20, text });
    expect(cues.map((cue) => cue.text).join(' ')).toBe(text);
    expect(cues.every((cue) => cue.text.length <= 84)).toBe(true);
    expect(cues[0]?.fromSeconds).toBe(10);
    expect(cues.at(-1)?.toSeconds).toBe(20);
    for (const [at, cue] of cues.entries()) if (at) expect(cue.fromSeconds).toBe(cues[at - 1]?.toSeconds);
  });

  it('is cut somewhere even where no space is, and is no line where it is nothing', () => {
    expect(cuesOfSpeech({ fromSeconds: 0, toSeconds: 9, text: '学'.repeat(200) })).toHaveLength(3);
    expect(cuesOfSpeech({ fromSeconds: 0, toSeconds: 9, text: ' \n ' })).toEqual([]);
  });
});
