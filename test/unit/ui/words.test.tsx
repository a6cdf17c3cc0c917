// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { initialsOf } from '../../../shared/ui/Avatar.tsx';
import { Time, timeWords } from '../../../shared/ui/Time.tsx';
import { UserParagraphs, UserText } from '../../../shared/ui/UserText.tsx';

const drawn = (what: Parameters<typeof render>[0]) => {
  const root = document.createElement('div');
  render(what, root);
  return root;
};

const hostile = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '&lt;b&gt; stays as typed',
  'שלום ana',
  '“quotes” ‘and’ {braces}',
];

describe('what a person typed', () => {
  it.each(hostile)('stays text in a line: %s', (text) => {
    const bdi = drawn(<UserText text={text} />).firstElementChild;
    expect(bdi?.textContent).toBe(text);
    expect(bdi?.childElementCount).toBe(0);
  });

  it.each(hostile)('stays text in paragraphs: %s', (text) => {
    const paragraph = drawn(<UserParagraphs text={text} />).firstElementChild;
    expect(paragraph?.textContent).toBe(text);
    expect(paragraph?.childElementCount).toBe(0);
  });

  it('is isolated from the sentence round it, and finds its own direction', () => {
    const bdi = drawn(<UserText text="שלום" />).firstElementChild;
    expect(bdi?.tagName).toBe('BDI');
    expect(bdi?.getAttribute('dir')).toBe('auto');
  });
});

describe('initials', () => {
  it.each([
    ['Ana Lindqvist', 'AL'],
    ['benito álvarez de la fuente', 'BF'],
    ['Ñandú', 'Ñ'],
    ['  María   José ', 'MJ'],
    ['👩🏽‍🏫 Teacher', '👩🏽‍🏫T'],
    ['', ''],
  ])('%s → %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('a moment in words', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const minute = 60_000;
  it.each([
    [now, 'just now'],
    [now - 59_000, 'just now'],
    // A clock that runs behind another's: never "in 20 seconds" for what already happened.
    [now + 20_000, 'just now'],
    [now - 61_000, '1 minute ago'],
    [now - 59 * minute, '59 minutes ago'],
    [now - 3 * 60 * minute, '3 hours ago'],
    [now - 24 * 60 * minute, 'yesterday'],
    [now - 6 * 24 * 60 * minute, '6 days ago'],
    [now - 8 * 24 * 60 * minute, 'Nov 14, 2026'],
  ])('%i → %s', (at, words) => {
    expect(timeWords(at, now)).toBe(words);
  });

  it('follow the clock on a page that stays open', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    const root = document.createElement('div');
    await act(() => render(<Time atMs={Date.now()} />, root));
    const before = root.textContent;
    await act(() => void vi.advanceTimersByTime(5 * minute));
    expect([before, root.textContent]).toEqual(['just now', '5 minutes ago']);
    await act(() => render(null, root));
    vi.useRealTimers();
  });
});
