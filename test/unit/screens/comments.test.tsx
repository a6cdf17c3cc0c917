// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LocalRecord } from '../../../shared/local/db.ts';
import { Comments } from '../../../shared/screens/comments/Comments.tsx';
import { useGroup } from '../../../shared/screens/library/use-group.ts';
import { me, type Opened, openScreen, space } from './open-screen.tsx';

const clip = {
  ...{ form: 'link' as const, url: 'https://example.org/a', title: 'A', byline: '', site: '', language: '' },
  ...{ excerpt: '', words: 0, why: '' },
};

const pretendPlayer = () => {
  let playing = true;
  return {
    seconds: () => 42.37,
    isPlaying: () => playing,
    play: vi.fn(() => {
      playing = true;
    }),
    pause: vi.fn(() => {
      playing = false;
    }),
    seek: vi.fn(),
  };
};

let screen: Opened;
let parent: LocalRecord;
let player: ReturnType<typeof pretendPlayer>;
beforeEach(async () => {
  screen = await openScreen();
  parent = await screen.put({ kind: 'clip', body: clip });
  player = pretendPlayer();
});
afterEach(() => screen.close());

const Panel = ({ withPlayer }: { withPlayer: boolean }) => (
  <Comments
    parent={parent}
    group={useGroup(space)}
    emptyWords="No comments yet."
    {...(withPlayer && { player: { current: player } })}
  />
);
const draw = (withPlayer = true) => screen.draw(<Panel withPlayer={withPlayer} />);
const key = async (target: HTMLElement, init: KeyboardEventInit) => {
  await act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  });
};
const sent = async () =>
  (await screen.db.records.where('parent').equals(parent.id).toArray()).map(({ body }) => body);

describe('commenting on a demo', () => {
  it('begins a line by Enter on a phone, which has no Shift and Enter, and does not speak of it', async () => {
    // Nothing else of a media query is asked for.
    const touch = vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
    await draw();
    expect(document.body.textContent).not.toContain('Enter sends it');
    await key(await screen.type('textarea', 'One line'), { key: 'Enter' });
    expect(await sent()).toEqual([]);
    touch.mockRestore();
  });

  it('pauses it, is about that moment, and lets it go on when sent', async () => {
    await draw();
    const field = await screen.type('textarea', 'Why this pause?');
    expect(player.pause).toHaveBeenCalledOnce();
    await screen.see('at 0:42');
    await key(field, { key: 'Enter' });
    await screen.see('Ana Ruiz');
    expect(await sent()).toEqual([{ text: 'Why this pause?', atSeconds: 42.4 }]);
    expect(player.play).toHaveBeenCalledOnce();
    expect(field.value).toBe('');
  });

  it('does not start a demo that stood still', async () => {
    await draw();
    player.pause();
    const field = await screen.type('textarea', 'Hm');
    await key(field, { key: 'Enter' });
    await vi.waitFor(async () => expect(await sent()).toHaveLength(1));
    expect(player.play).not.toHaveBeenCalled();
  });

  it('can be about the whole of it', async () => {
    await draw();
    const field = await screen.type('textarea', 'I will try this.');
    await screen.press('at 0:42: take the moment off, comment on the whole demo');
    await key(field, { key: 'Enter' });
    await vi.waitFor(async () => expect(await sent()).toEqual([{ text: 'I will try this.' }]));
  });

  it.each([
    ['Shift and Enter', { key: 'Enter', shiftKey: true }],
    ['Enter that ends a composed character', { key: 'Enter', isComposing: true }],
    ['another key', { key: 'a' }],
  ])('is not sent by %s', async (_, init) => {
    await draw();
    await key(await screen.type('textarea', 'Not yet'), init);
    expect(await sent()).toEqual([]);
  });

  it('sends no blank comment', async () => {
    await draw();
    await key(await screen.type('textarea', ' \n '), { key: 'Enter' });
    expect(await sent()).toEqual([]);
  });

  it('keeps what is too long in its place, and says so', async () => {
    await draw();
    const field = await screen.type('textarea', 'x'.repeat(4_001));
    await key(field, { key: 'Enter' });
    await screen.see('too long');
    expect(field.value).toHaveLength(4_001);
    expect(await sent()).toEqual([]);
  });

  it('keeps every keystroke when the page is closed', async () => {
    await draw();
    await screen.type('textarea', 'Half a thou');
    await vi.waitFor(async () => expect(await screen.db.drafts.count()).toBe(1));
    await screen.draw(null);
    await draw();
    await vi.waitFor(() => expect(screen.root.querySelector('textarea')?.value).toBe('Half a thou'));
    expect((await screen.db.drafts.toArray())[0]?.space).toBe(space);
  });
});

describe('comments', () => {
  it('stand in the order of their moments, those on the whole last', async () => {
    for (const [text, atSeconds] of [
      ['whole', undefined],
      ['late', 90],
      ['early', 3],
    ] as const) {
      const body = { text, ...(atSeconds !== undefined && { atSeconds }) };
      await screen.put({ kind: 'comment', body, parent: parent.id });
    }
    await draw();
    await screen.see('whole');
    const words = [...screen.root.querySelectorAll('li')].map((one) => one.querySelector('p')?.textContent);
    expect(words).toEqual(['early', 'late', 'whole']);
  });

  it('lead to their moment', async () => {
    await screen.put({ kind: 'comment', body: { text: 'Here', atSeconds: 65.5 }, parent: parent.id });
    await draw();
    await screen.press('Play from 1:05');
    expect(player.seek).toHaveBeenCalledWith(65.5);
    expect(player.play).toHaveBeenCalled();
  });

  it('of others cannot be changed', async () => {
    await screen.put({ kind: 'comment', body: { text: 'Ben’s' }, parent: parent.id });
    await draw();
    await screen.see('Ben Okafor');
    expect(screen.text()).not.toContain('Edit');
    expect(screen.text()).not.toContain('Delete');
  });

  it('of one’s own can be changed, and stay where they were', async () => {
    const before = { text: 'Teh', atSeconds: 7 };
    const { id } = await screen.put({ kind: 'comment', body: before, parent: parent.id, author: me.id });
    await draw();
    await screen.press('Edit');
    await screen.type('li textarea', 'The');
    await screen.press('Save');
    await screen.seeNoMore('Teh');
    const record = await screen.db.records.get(id);
    expect(record?.body).toEqual({ text: 'The', atSeconds: 7 });
    expect(record?.parent).toBe(parent.id);
  });

  it('of one’s own go once that was said twice', async () => {
    await screen.put({ kind: 'comment', body: { text: 'Oops' }, parent: parent.id, author: me.id });
    await draw();
    await screen.press('Delete');
    expect(await sent()).toHaveLength(1);
    await screen.press('Delete');
    await screen.see('No comments yet.');
    expect(await sent()).toEqual([]);
  });

  it('under a clip know no moments', async () => {
    await draw(false);
    const field = await screen.type('textarea', 'With my fourth class');
    expect(screen.text()).not.toContain('at 0:');
    await key(field, { key: 'Enter' });
    await vi.waitFor(async () => expect(await sent()).toEqual([{ text: 'With my fourth class' }]));
  });

  it('that are very long begin folded', async () => {
    await screen.put({ kind: 'comment', body: { text: 'word '.repeat(700) }, parent: parent.id });
    await draw();
    await screen.press('Show all');
    await screen.see('Show less');
  });
});
