import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { limits } from '../../../../shared/contract/limits.ts';
import { type Cue, cleanCueText, tidyCues } from '../../../../shared/rules/captions/cues.ts';
import { readCaptions } from '../../../../shared/rules/captions/read-captions.ts';
import { isPlainVtt, writeSrt, writeVtt } from '../../../../shared/rules/captions/write-captions.ts';

const odd = fc.constantFrom(
  '-->',
  '<',
  '>',
  '&',
  '&amp;',
  '&lt;',
  '&#60;',
  '&nbsp;',
  '<b>',
  '</i>',
  '<v Ana>',
  '<00:00:01.000>',
  'NOTE',
  'STYLE',
  'WEBVTT',
  '12',
  '00:00:01.000 --> 00:00:02.000',
  '{\\an8}',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  ' ',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\u2028',
  'é',
  '学',
  '🙂',
  '\u05d0',
  '::cue',
  'http://evil.test',
  '1',
  '.',
  'x'.repeat(260),
);
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  odd,
  fc.array(odd, { maxLength: 6 }).map((all) => all.join('')),
);
const text = fc.array(words, { maxLength: 5 }).map((all) => all.join(' '));
const cue: fc.Arbitrary<Cue> = fc
  .tuple(fc.integer({ min: 0, max: 400_000_000 }), fc.integer({ min: -50, max: 20_000 }), text)
  .map(([from, lasts, said]) => ({ fromSeconds: from / 1000, toSeconds: (from + lasts) / 1000, text: said }));
const cues = fc.array(cue, { maxLength: 12 }).map((all) => tidyCues(all));

describe('captions that are written', () => {
  it('as WebVTT read as they were, whatever is said in them', () => {
    fc.assert(
      fc.property(cues, (all) => {
        expect(readCaptions(writeVtt(all))).toEqual({ cues: all, problems: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('as SRT read as they were, whatever is said in them', () => {
    fc.assert(
      fc.property(
        cues.filter((all) => all.length > 0),
        (all) => {
          expect(readCaptions(writeSrt(all))).toEqual({ cues: all, problems: [] });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are what may be published, and hold no markup and no hidden character', () => {
    fc.assert(
      fc.property(
        cues.filter((all) => all.length > 0),
        (all) => {
          const vtt = writeVtt(all);
          expect(isPlainVtt(vtt)).toBe(true);
          expect(vtt.replaceAll(' --> ', '')).not.toMatch(
            /[<>\0\u202a-\u202e\u2066-\u2069]|^(NOTE|STYLE|REGION)\n\n/,
          );
          expect(all.every((one) => Array.from(one.text).length <= limits.cueLength)).toBe(true);
        },
      ),
    );
  });

  it('stay as they are when they are made tidy a second time', () => {
    fc.assert(
      fc.property(cues, (all) => {
        expect(tidyCues(all)).toEqual(all);
      }),
    );
  });
});

it('reads anything at all without failing', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (anything, isVtt) => {
      const { cues: found } = readCaptions(isVtt ? `WEBVTT\n\n${anything}` : anything);
      for (const one of found) {
        expect(one.toSeconds).toBeGreaterThan(one.fromSeconds);
        expect(cleanCueText(one.text)).toBe(one.text);
      }
    }),
    { numRuns: 500 },
  );
});

const cueOf = (text: string): string => `WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n${text}\n`;

it.each([
  ['as long as a cue may be', '🙂'.repeat(limits.cueLength)],
  ['as long, and all of it escaped', '&lt;'.repeat(limits.cueLength)],
])('takes a line that is %s', (_, words) => {
  expect(isPlainVtt(cueOf(words))).toBe(true);
});

it.each([
  ['accents out of order', cueOf(`a${'\u0301'.repeat(100_000)}${'\u0316'.repeat(100_000)}`)],
  ['lines without end', cueOf('x\n'.repeat(100_000))],
  ['cues without end', `WEBVTT\n${cueOf('x').slice(7).repeat(20_000)}`],
])('refuses %s without reading it: that would take a server a minute', (_, text) => {
  const normalize = vi.spyOn(String.prototype, 'normalize').mockReturnValue('');
  expect(isPlainVtt(text)).toBe(false);
  expect(normalize).not.toHaveBeenCalled();
  normalize.mockRestore();
});
