import { afterEach, describe, expect, it } from 'vitest';
import type { ApiErrorCode } from '../../../shared/client/api-error.ts';
import { errorStatus } from '../../../shared/contract/errors.ts';
import type { LocalErrorCode } from '../../../shared/local/local-error.ts';
import { errorText } from '../../../shared/messages/error-text.ts';
import { overwriteGetLocale } from '../../../shared/messages/paraglide/runtime.js';
import type { RecordingErrorCode } from '../../../shared/recording/recording-error.ts';

// A code that is added anywhere must be added here, or this file does not compile; and then it needs a sentence.
const fromHere = {
  offline: true,
  unreadable: true,
  'storage-full': true,
  'not-secure': true,
  'no-camera': true,
  'no-microphone': true,
  'permission-refused': true,
  'device-busy': true,
  'device-lost': true,
  'screen-refused': true,
  'sharing-ended': true,
  'cannot-record': true,
  'too-short': true,
  'encoder-failed': true,
  'not-kept': true,
  'tools-not-loaded': true,
  'file-empty': true,
  'not-a-video': true,
  'video-without-picture': true,
  'video-encrypted': true,
  'video-broken': true,
  'video-cut-short': true,
  'video-too-long': true,
  'video-too-big': true,
  'passkey-unsupported': true,
} satisfies Record<
  Exclude<
    ApiErrorCode | LocalErrorCode | RecordingErrorCode | 'passkey-unsupported',
    keyof typeof errorStatus
  >,
  true
>;
const codes = [...Object.keys(errorStatus), ...Object.keys(fromHere)];
const inLanguage = (locale: 'en' | 'es') => overwriteGetLocale(() => locale);

afterEach(() => inLanguage('en'));

describe.each(['en', 'es'] as const)('in %s', (locale) => {
  it.each(codes)('%s is a sentence of its own, with no code in it', (code) => {
    inLanguage(locale);
    const sentence = errorText({ code });
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(sentence).not.toBe(errorText({ code: 'nobody-knows-this' }));
    if (code.includes('-')) expect(sentence).not.toContain(code);
  });

  it('tells every code apart', () => {
    inLanguage(locale);
    expect(new Set(codes.map((code) => errorText({ code }))).size).toBe(codes.length);
  });

  it.each(['blank', 'too-long', 'hidden-characters', 'one-line', 'not-an-address', 'invalid_type'])(
    'a field refused as %s is named in the sentence',
    (reason) => {
      inLanguage(locale);
      const sentence = errorText({ code: 'bad-request', field: 'body.title', reason });
      expect(sentence).toContain(locale === 'en' ? '“Title”' : '«Título»');
      expect(sentence).not.toContain(reason);
    },
  );
});

describe('errorText', () => {
  it('says that students may not be the focus, whatever the field is called', () => {
    const error = { code: 'bad-request', field: 'body.students.answer', reason: 'students-in-focus' };
    expect(errorText(error)).toContain('students are the focus');
  });

  it('does not show the path of a field that nobody typed', () => {
    expect(errorText({ code: 'bad-request', field: 'files.0.sha256', reason: 'invalid_format' })).toBe(
      errorText({ code: 'bad-request' }),
    );
  });

  it.each([
    [1, '1 second.'],
    [45, '45 seconds.'],
    [90, '2 minutes.'],
    [600, '10 minutes.'],
  ])('says how long to wait: %i s', (retryAfterSeconds, words) => {
    expect(errorText({ code: 'slow-down', retryAfterSeconds })).toMatch(new RegExp(` ${words}$`));
  });

  it('knows the browser’s own words for a prompt that was closed', () => {
    expect(errorText(new DOMException('The operation either timed out…', 'NotAllowedError'))).toContain(
      'prompt was closed',
    );
  });

  it.each([
    undefined,
    null,
    'a text',
    new Error('boom'),
    { code: 'toString' },
    { code: 'constructor' },
    { name: '__proto__' },
  ])('has words even for what it has never seen: %s', (error) => {
    expect(errorText(error)).toMatch(/^Something went wrong here\..*\.$/);
  });
});
