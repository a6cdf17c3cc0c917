import { describe, expect, it } from 'vitest';
import { type Kind, kinds } from '../../../shared/contract/kinds/index.ts';
import { parse, parseBody } from '../../../shared/contract/parse-body.ts';
import { RecordPut } from '../../../shared/contract/records.ts';
import { capabilities } from '../../../shared/rules/capabilities.ts';
import { clip, demo } from './bodies.ts';

const refused = (kind: Kind, body: unknown) => {
  const parsed = parseBody(kind, 'live', body);
  return parsed.ok ? null : parsed.refusal;
};

const captionsIn = (language: string) => ({ file: 'captions-0123abcd.vtt', language });
/** The same few files again and again. */
const minuteOf = ({ video }: (typeof demo.takes)[number]) => ({
  video: { ...video, segments: Array(30).fill(video.segments[0]) },
});

describe('a body that is not its kind', () => {
  it.each<[string, Kind, unknown, string]>([
    ['nothing', 'clip', null, 'body'],
    ['a title of spaces', 'clip', { ...clip, title: '  ' }, 'body.title'],
    ['a script for an address', 'clip', { ...clip, url: 'javascript:alert(1)' }, 'body.url'],
    ['a field that nobody knows', 'clip', { ...clip, views: 4 }, 'body.views'],
    ['a file name with a folder', 'clip', { ...clip, article: '../x.html' }, 'body.article'],
    [
      'a playlist line in a segment name',
      'demo',
      withSegment('a.m4s\n#EXTINF:1'),
      'body.takes.0.video.segments.0.name',
    ],
    [
      'an address for a segment',
      'demo',
      withSegment('https://x.test/a.m4s'),
      'body.takes.0.video.segments.0.name',
    ],
    ['a quote in the codec', 'demo', withCodec('avc1",URI="x'), 'body.takes.0.video.codec'],
    [
      'students in focus',
      'demo',
      { ...demo, students: { ...demo.students, answer: 'focus' } },
      'body.students.answer',
    ],
    ['over five minutes', 'demo', { ...demo, seconds: 306 }, 'body.seconds'],
    [
      'over five minutes to play',
      'demo',
      { ...demo, takes: Array(60).fill(minuteOf(demo.takes[0])) },
      'body.takes',
    ],
    [
      'a beginning after a day',
      'demo',
      { ...demo, takes: [{ ...demo.takes[0], fromSeconds: 1e9 }] },
      'body.takes.0.fromSeconds',
    ],
    [
      'a language of a hundred letters',
      'demo',
      { ...demo, captions: captionsIn(`en${'-abcdefg'.repeat(13)}`) },
      'body.captions.language',
    ],
    ['a comment without words', 'comment', { text: '\n \n' }, 'body.text'],
    ['a moment before the start', 'comment', { text: 'so', atSeconds: -1 }, 'body.atSeconds'],
    ['a moment that is no number', 'comment', { text: 'so', atSeconds: Number.NaN }, 'body.atSeconds'],
  ])('%s is refused by the name of the field', (_, kind, body, field) => {
    expect(refused(kind, body)?.field).toBe(field);
  });

  it('is told from one that is', () => {
    expect(refused('clip', clip)).toBeNull();
    expect(refused('demo', demo)).toBeNull();
    expect(refused('demo', { ...demo, captions: captionsIn('zh-Hant') })).toBeNull();
    expect(refused('comment', { text: 'I will try this', atSeconds: 12.5 })).toBeNull();
  });

  it('keeps its own order of keys, so that the same thing said twice is the same bytes', () => {
    const shuffled = Object.fromEntries(Object.entries(clip).reverse());
    const [one, other] = [parseBody('clip', 'live', clip), parseBody('clip', 'live', shuffled)];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });
});

describe('a manifest', () => {
  const entry = { name: 'article.html', bytes: 10, sha256: 'a'.repeat(64) };
  const put = { kind: 'clip', parent: null, state: 'live', body: clip, files: [entry] };

  it('that names a file twice is refused', () => {
    expect(parse(RecordPut, { ...put, files: [entry, entry] })).toMatchObject({
      ok: false,
      refusal: { field: 'files', reason: 'name-twice' },
    });
  });

  it('with a digest in capitals, no bytes or an unknown ending is refused', () => {
    for (const wrong of [{ sha256: 'A'.repeat(64) }, { bytes: 0 }, { name: 'run.exe' }, { name: 'a.svg' }]) {
      expect(parse(RecordPut, { ...put, files: [{ ...entry, ...wrong }] }).ok).toBe(false);
    }
    expect(parse(RecordPut, put).ok).toBe(true);
  });
});

it('has a line in the capability table for every kind', () => {
  expect(Object.keys(capabilities).sort()).toEqual(Object.keys(kinds).sort());
});

function withSegment(name: string) {
  const [take] = demo.takes;
  return { ...demo, takes: [{ video: { ...take.video, segments: [{ name, seconds: 2 }] } }] };
}
function withCodec(codec: string) {
  const [take] = demo.takes;
  return { ...demo, takes: [{ video: { ...take.video, codec } }] };
}
