import { expect, it } from 'vitest';
import { isSafeOrigin, serverOrigin } from '../../../extension/popup/server-origin.ts';

it.each([
  ['chalkloop.example.org', 'https://chalkloop.example.org'],
  [' https://chalkloop.example.org/g/1/queue ', 'https://chalkloop.example.org'],
  ['chalkloop.example.org:8443/join', 'https://chalkloop.example.org:8443'],
  ['localhost:8787', 'http://localhost:8787'],
  ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['http://localhost:8787', 'http://localhost:8787'],
  ['https://schüle.example', 'https://xn--schle-mva.example'],
])('takes %j for %s', (typed, origin) => {
  expect(serverOrigin(typed)).toBe(origin);
});

it.each([
  '',
  '   ',
  'two words',
  'http://chalkloop.example.org',
  'http://localhost.example.org',
  'http://127.0.0.1.example.org',
  'https://ana:secret@chalkloop.example.org',
  'ftp://chalkloop.example.org',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://',
])('does not take %j', (typed) => {
  expect(serverOrigin(typed)).toBeNull();
});

it('lets a token travel unencrypted on this machine alone', () => {
  expect(isSafeOrigin('http://localhost:8787')).toBe(true);
  expect(isSafeOrigin('http://192.168.1.5:8787')).toBe(false);
  expect(isSafeOrigin('https://192.168.1.5:8787')).toBe(true);
});
