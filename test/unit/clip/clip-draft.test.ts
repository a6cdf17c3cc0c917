import { expect, it } from 'vitest';
import { ClipDraft } from '../../../extension/clip/clip-draft.ts';
import { LeadPicture } from '../../../extension/clip/fetch-lead.ts';

const link = {
  form: 'link',
  url: 'https://news.example/a',
  canonical: null,
  title: 'Cards at the door',
  byline: '',
  site: 'news.example',
  language: 'en-US',
  excerpt: '',
  lead: null,
  reason: 'no-text',
};

it('takes what the clipper answers', () => {
  expect(ClipDraft.parse(link)).toEqual(link);
});

it.each([
  ['nothing', null],
  ['an address that runs', { ...link, url: 'javascript:alert(1)' }],
  ['a lead picture from the disk', { ...link, lead: 'file:///etc/passwd' }],
  ['a blank title', { ...link, title: '\u200B ' }],
  ['a title that reads as another', { ...link, title: 'a\u202Eb' }],
  ['a byline of 201 letters', { ...link, byline: 'x'.repeat(201) }],
  ['a language that is markup', { ...link, language: '"><script>' }],
  ['an article without words', { ...link, form: 'article', article: '<p></p>', beginning: '', words: 0 }],
  ['more than it asked for', { ...link, author: 'Ana' }],
])('does not take %s', (_, value) => {
  expect(ClipDraft.safeParse(value).success).toBe(false);
});

it.each([
  ['another kind of picture', 'data:image/svg+xml;base64,AAAA'],
  ['an address', 'https://news.example/lead.jpg'],
  ['something after the picture', 'data:image/jpeg;base64,AAAA"onerror='],
  ['half a megabyte', `data:image/jpeg;base64,${'A'.repeat(500_000)}`],
])('does not take %s for a lead picture', (_, value) => {
  expect(LeadPicture.safeParse(value).success).toBe(false);
});
