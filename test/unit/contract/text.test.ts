import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../shared/contract/parse-body.ts';
import { cleanLine, cleanText, line, shorten, text, WebAddress } from '../../../shared/contract/text.ts';

const reasonOf = (value: string) => {
  const parsed = parse(line(60), value);
  return parsed.ok ? 'taken' : parsed.refusal.reason;
};

describe('a name or title', () => {
  it.each([
    ['Tuesday review', 'taken'],
    ['<b>Ana</b> & "friends"', 'taken'],
    ['مجموعة الثلاثاء', 'taken'],
    ['👩🏽‍🏫 Ana', 'taken'],
    ['e\u0301', 'taken'],
    ['', 'blank'],
    ['   ', 'blank'],
    ['\u200B\u2060\u00AD', 'blank'],
    ['\u3164', 'blank'],
    ['invoice\u202Egnp.exe', 'hidden-characters'],
    ['a\u2066b\u2069', 'hidden-characters'],
    ['a\u0000b', 'hidden-characters'],
    ['two\nlines', 'one-line'],
    ['x'.repeat(61), 'too-long'],
    ['x'.repeat(10_000), 'too-long'],
  ])('%j is %s', (value, reason) => {
    expect(reasonOf(value)).toBe(reason);
  });

  it('counts an emoji as one character, not as two', () => {
    expect(reasonOf('🍎'.repeat(60))).toBe('taken');
    expect(reasonOf('🍎'.repeat(61))).toBe('too-long');
  });
});

describe('what a form cleans', () => {
  const anything = fc.string({ unit: 'binary' });

  it('is then taken by the contract, or is blank', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const parsed = parse(line(10_000), cleanLine(typed));
        return parsed.ok || parsed.refusal.reason === 'blank';
      }),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const parsed = parse(text(10_000), cleanText(typed));
        return parsed.ok || parsed.refusal.reason === 'blank';
      }),
    );
  });

  it('does not change when it is cleaned again', () => {
    fc.assert(fc.property(anything, (typed) => cleanText(cleanText(typed)) === cleanText(typed)));
  });

  it('keeps right-to-left text and its marks', () => {
    expect(cleanLine('\u200Fשלום')).toBe('\u200Fשלום');
  });

  it('is never cut through an emoji, and never longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (typed, length) => {
        const short = shorten(typed, length);
        return Array.from(short).length <= Math.max(length, 1) && short.isWellFormed();
      }),
    );
  });
});

describe('a web address', () => {
  it.each([
    ['https://example.org/a?b=c#d', true],
    ['http://localhost:8787/', true],
    ['javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['data:text/html,<script>', false],
    ['https://ana:secret@example.org/', false],
    ['//example.org', false],
    ['ftp://example.org', false],
    [`https://example.org/${'a'.repeat(2_048)}`, false],
  ])('%j: %s', (value, taken) => {
    expect(parse(WebAddress, value).ok).toBe(taken);
  });
});
