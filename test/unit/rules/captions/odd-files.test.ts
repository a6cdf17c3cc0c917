import { describe, expect, it } from 'vitest';
import { limits } from '../../../../shared/contract/limits.ts';
import { tidyCues } from '../../../../shared/rules/captions/cues.ts';
import { decodeCaptions } from '../../../../shared/rules/captions/decode-captions.ts';
import { readCaptions } from '../../../../shared/rules/captions/read-captions.ts';

const said = (source: string) =>
  readCaptions(source).cues.map(({ fromSeconds, toSeconds, text }) => [fromSeconds, toSeconds, text]);
const one = [[1, 2.5, 'Good morning.']];

describe('WebVTT that is legal and odd', () => {
  it.each([
    ['a byte order mark', '\ufeffWEBVTT\n\n00:01.000 --> 00:02.500\nGood morning.\n'],
    ['lines that end as on Windows', 'WEBVTT\r\n\r\n00:01.000 --> 00:02.500\r\nGood morning.\r\n'],
    ['lines that end as on an old Mac', 'WEBVTT\r\r00:01.000 --> 00:02.500\rGood morning.\r'],
    ['no line end at the end', 'WEBVTT\n\n00:01.000 --> 00:02.500\nGood morning.'],
    [
      'words in its header',
      'WEBVTT - by hand\nKind: captions\nLanguage: en\n\n00:01.000 --> 00:02.500\nGood morning.',
    ],
    ['times right under its header', 'WEBVTT\n00:01.000 --> 00:02.500\nGood morning.'],
    [
      'notes, styles and regions',
      'WEBVTT\n\nSTYLE\n::cue { background: url(http://evil.test/x) }\n\nREGION\nid:fred\nwidth:40%\n\nNOTE\nsaid\nquickly\n\n00:01.000 --> 00:02.500\nGood morning.\n\nNOTE the end',
    ],
    ['a note with an arrow', 'WEBVTT\n\nNOTE from a --> b\nmore\n\n00:01.000 --> 00:02.500\nGood morning.'],
    [
      'a name for a cue, and settings',
      'WEBVTT\n\nintro - 1\n00:01.000 --> 00:02.500 region:fred line:0 position:20% size:60% align:start vertical:rl\nGood morning.',
    ],
    ['tabs around the arrow', 'WEBVTT\n\n00:01.000\t-->\t00:02.500\talign:start\nGood morning.'],
    [
      'tags and times in the text',
      'WEBVTT\n\n00:01.000 --> 00:02.500\n<c.loud.red><b>Good</b></c> <00:00:02.000><i>morning</i>.<u></u>',
    ],
    ['blank lines that are not empty', 'WEBVTT\n \n00:01.000 --> 00:02.500\nGood morning.\n\t\n'],
    ['many blank lines', 'WEBVTT\n\n\n\n\n00:01.000 --> 00:02.500\nGood morning.\n\n\n\n'],
    [
      'cues without words',
      'WEBVTT\n\n00:00.000 --> 00:01.000\n\n00:01.000 --> 00:02.500\nGood morning.\n\n00:03.000 --> 00:04.000\n<b></b> \u200e'.replace(
        ' \u200e',
        '',
      ),
    ],
  ])('with %s', (_, source) => {
    expect(readCaptions(source).problems).toEqual([]);
    expect(said(source)).toEqual(one);
  });

  it('with hours of any length', () => {
    expect(said('WEBVTT\n\n100:00:00.001 --> 1234:59:59.999\nLate.')).toEqual([
      [360_000.001, 4_445_999.999, 'Late.'],
    ]);
  });

  it('with cues out of order and over one another keeps each with its own time', () => {
    const source = 'WEBVTT\n\n00:05.000 --> 00:09.000\nB\n\n00:01.000 --> 00:06.000\nA';
    expect(said(source)).toEqual([
      [5, 9, 'B'],
      [1, 6, 'A'],
    ]);
  });

  it('with who speaks keeps the name as words', () => {
    expect(said('WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ana Ruiz>Who is first?</v>')).toEqual([
      [1, 2, 'Ana Ruiz: Who is first?'],
    ]);
  });

  it.each([
    ['&lt;b&gt; is a tag', '<b> is a tag'],
    ['Q&amp;A', 'Q&A'],
    ['Q&A', 'Q&A'],
    ['&amp;lt;', '&lt;'],
    ['a&nbsp;b', 'a\u00a0b'],
    ['it&#39;s &#x1F642;', 'it’s 🙂'.replace('’', "'")],
    ['&#0;&#xD800;&bogus;', '\ufffd\ufffd&bogus;'],
    ['3 < 5, 5 > 3', '3 < 5, 5 > 3'],
    ['I <3 maths', 'I <3 maths'],
    ['first\nsecond', 'first\nsecond'],
    ['zero\0byte', 'zero\ufffdbyte'],
    ['a\u202eb\u2066c', 'abc'],
    ['&#x202e;hidden', 'hidden'],
  ])('reads %j as %j', (written, read) => {
    expect(said(`WEBVTT\n\n00:01.000 --> 00:02.000\n${written}`)).toEqual([[1, 2, read]]);
  });
});

describe('SRT as programs write it', () => {
  it.each([
    ['as it should be', '1\n00:00:01,000 --> 00:00:02,500\nGood morning.\n\n'],
    [
      'with a byte order mark and Windows line ends',
      '\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\nGood morning.\r\n',
    ],
    ['with points, no numbers and short fractions', '0:00:01.0 --> 0:00:02.5\nGood morning.'],
    ['with coordinates', '1\n00:00:01,000 --> 00:00:02,500  X1:100 X2:200 Y1:100 Y2:200\nGood morning.'],
    [
      'with HTML and SubStation tags',
      '1\n00:00:01,000 --> 00:00:02,500\n{\\an8}<font color="#ff0000"><i>Good</i></font> morning.',
    ],
    ['with WEBVTT missing', '00:01.000 --> 00:02.500\nGood morning.'],
  ])('%s', (_, source) => {
    expect(readCaptions(source)).toEqual({
      cues: [{ fromSeconds: 1, toSeconds: 2.5, text: 'Good morning.' }],
      problems: [],
    });
  });

  it('without blank lines between its cues', () => {
    const source =
      '1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,000 --> 00:00:03,000\nTwo\nlines\n3\n00:00:03,000 --> 00:00:04,000\nThree';
    expect(said(source)).toEqual([
      [1, 2, 'One'],
      [2, 3, 'Two\nlines'],
      [3, 4, 'Three'],
    ]);
  });
});

describe('bytes', () => {
  const source = '1\n00:00:01,000 --> 00:00:02,000\n¿Qué tal, “niños”?';
  const utf16 = (bigEndian: boolean, mark: boolean) => {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + source, 'utf16le');
    return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
  };
  const windows1252 = Uint8Array.from(
    source,
    (char) => ({ '“': 0x93, '”': 0x94 })[char] ?? char.charCodeAt(0),
  );
  it.each([
    ['UTF-8', new TextEncoder().encode(source)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${source}`)],
    ['UTF-16, little end first', utf16(false, true)],
    ['UTF-16, big end first', utf16(true, true)],
    ['UTF-16 without a mark', utf16(false, false)],
    ['Windows-1252', windows1252],
  ])('in %s are the same words', (_, bytes) => {
    expect(said(decodeCaptions(bytes))).toEqual([[1, 2, '¿Qué tal, “niños”?']]);
  });
});

describe('a broken file', () => {
  it.each([
    ['a picture', '\x89PNG\r\n\x1a\n', [{ line: 1, reason: 'not-captions' }]],
    ['a letter', 'Dear Ana,\n\nsee you on Tuesday.', [{ line: 1, reason: 'not-captions' }]],
    ['nothing', '', [{ line: 1, reason: 'not-captions' }]],
    ['WebVTT without anything', 'WEBVTT', []],
    ['minutes beyond the hour', 'WEBVTT\n\n00:61:00.000 --> 00:62:00.000\na', [{ line: 3, reason: 'time' }]],
    [
      'a time that is none',
      'WEBVTT\n\none\n00:01 -> 00:02\n\nx\n00:01.000 --> soon\na',
      [
        { line: 3, reason: 'no-time' },
        { line: 7, reason: 'time' },
      ],
    ],
    [
      'an end before its beginning',
      'WEBVTT\n\n00:05.000 --> 00:04.000\na',
      [{ line: 3, reason: 'backwards' }],
    ],
    [
      'words without a time',
      'WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nlost words',
      [{ line: 6, reason: 'no-time' }],
    ],
  ])('%s is said by its line', (_, source, problems) => {
    expect(readCaptions(source).problems).toEqual(problems);
  });

  it('keeps what of it can be read', () => {
    expect(said('WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nlost\n\n00:03.000 --> 00:04.000\nb')).toEqual([
      [1, 2, 'a'],
      [3, 4, 'b'],
    ]);
  });

  it('with too many lines is read as far as the limit', () => {
    const many = Array.from({ length: limits.cues + 5 }, () => '00:01.000 --> 00:02.000\na');
    const { cues, problems } = readCaptions(`WEBVTT\n\n${many.join('\n\n')}`);
    expect(cues).toHaveLength(limits.cues);
    expect(problems.map(({ reason }) => reason)).toEqual(['too-many']);
  });
});

it('reads the longest of lines, and brackets without end, in one go', () => {
  const cue = (text: string) => `WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n${text}`;
  const long = [
    'x'.repeat(600_000),
    '<'.repeat(600_000),
    `<v${' '.repeat(600_000)}`,
    '<a'.repeat(300_000),
    '{\\'.repeat(300_000),
    '&'.repeat(600_000),
    '-->'.repeat(200_000),
    ' '.repeat(600_000),
    `${'a\n'.repeat(300_000)}`,
    `${'00:01 --> 00:02\n'.repeat(40_000)}`,
  ];
  for (const text of long) expect(tidyCues(readCaptions(cue(text)).cues).length).toBeLessThanOrEqual(600);
});
