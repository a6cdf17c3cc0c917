// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Opened, openScreen, space } from '../open-screen.tsx';
import { openReview } from './open-review.tsx';

let screen: Opened;
let review: Awaited<ReturnType<typeof openReview>>;

beforeEach(async () => {
  HTMLMediaElement.prototype.play = async () => undefined;
  HTMLMediaElement.prototype.pause = () => undefined;
  screen = await openScreen();
});
afterEach(() => screen.close());

const slider = (name: string) =>
  vi.waitFor(() => {
    const found = screen.root.querySelector<HTMLElement>(`[role=slider][aria-label="${name}"]`);
    if (!found) throw new Error(`no slider “${name}”`);
    return found;
  });
const key = async (name: string, key: string, more: KeyboardEventInit = {}) => {
  const on = await slider(name);
  on.focus();
  await act(
    () =>
      void on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })),
  );
};
const at = async (name: string) => Number((await slider(name)).getAttribute('aria-valuenow'));
const kept = async (...pieces: [take: number, from: number, to: number][]) =>
  vi.waitFor(async () => {
    const now = (await review.kept()).map(({ take, fromSeconds, toSeconds }) => [
      take,
      fromSeconds,
      toSeconds,
    ]);
    expect(now).toEqual(pieces);
  });
const parts = () =>
  [...screen.root.querySelectorAll('ol li')].map((row) => row.querySelector('p')?.textContent);

describe('with keys alone', () => {
  beforeEach(async () => {
    review = await openReview(screen, [10]);
  });

  it('the position moves by a frame, a second, five, and to both ends', async () => {
    const steps: [string, KeyboardEventInit, number][] = [
      ['ArrowRight', {}, 0.1],
      ['ArrowRight', { shiftKey: true }, 1.1],
      ['PageUp', {}, 6.1],
      ['ArrowLeft', {}, 6],
      ['End', {}, 10],
      ['ArrowLeft', { shiftKey: true }, 9],
      ['Home', {}, 0],
      ['ArrowLeft', {}, 0],
    ];
    for (const [name, more, seconds] of steps) {
      await key('Position', name, more);
      expect(await at('Position'), name).toBe(seconds);
    }
  });

  it('says in words where it is', async () => {
    await key('Position', 'ArrowRight', { shiftKey: true });
    expect((await slider('Position')).getAttribute('aria-valuetext')).toBe('1 second');
  });

  it('the middle is cut out, brought back and cut again, each kept at once', async () => {
    await key('Position', 'PageUp');
    await key('Position', 'i');
    await key('Position', 'ArrowRight', { shiftKey: true });
    await key('Position', 'o');
    await screen.see('Cut out 1 second');
    await key('The part to cut ends', 'ArrowRight', { shiftKey: true });
    await screen.see('Cut out 2 seconds');
    await key('Position', 'Delete');
    await kept([0, 0, 5], [0, 7, 10]);
    await key('Position', 'z', { ctrlKey: true });
    await kept([0, 0, 10]);
    await key('Position', 'Z', { ctrlKey: true, shiftKey: true });
    await kept([0, 0, 5], [0, 7, 10]);
    await vi.waitFor(() => expect(parts()).toEqual(['Take 1 from 0:00 · 0:05', 'Take 1 from 0:07 · 0:03']));
  });

  it('a mark is let go with Escape, and cuts nothing', async () => {
    await key('Position', 'i');
    await key('Position', 'Escape');
    await key('Position', 'Delete');
    await screen.see('Mark a part to cut');
    await kept([0, 0, 10]);
  });

  it('what is undone in a field is typing, and no cut', async () => {
    await key('Position', 'PageUp');
    await screen.press('Cut everything before');
    await kept([0, 5, 10]);
    const field = screen.root.querySelector<HTMLInputElement>('input[aria-required=true]');
    const undo = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true });
    await act(() => void field?.dispatchEvent(undo));
    expect(field && undo.defaultPrevented).toBe(false);
    await kept([0, 5, 10]);
  });
});

describe('from where it stands', () => {
  beforeEach(async () => {
    review = await openReview(screen, [10]);
    await key('Position', 'ArrowRight', { shiftKey: true });
  });

  it('everything before is cut, and the undo says what it brings back', async () => {
    await screen.press('Cut everything before');
    await kept([0, 1, 10]);
    await screen.press('Undo the cut of 1 second');
    await kept([0, 0, 10]);
    await screen.press('Cut 1 second again');
    await kept([0, 1, 10]);
  });

  it('everything after is cut', async () => {
    await screen.press('Cut everything after');
    await kept([0, 0, 1]);
  });
});

it('after a cut the focus is where it stands, so that a second press cuts nothing else', async () => {
  review = await openReview(screen, [10]);
  await screen.press('Mark a part to cut');
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Position'));
  await key('The part to cut ends', 'PageUp');
  (document.activeElement as HTMLElement).blur();
  await screen.press('Cut out 6.5 seconds');
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Position'));
  await kept([0, 6.5, 10]);
});

describe('parts', () => {
  beforeEach(async () => {
    review = await openReview(screen, [42, 5, 7]);
    await screen.see('Take 3 · 0:07');
  });

  it('stand in the order of play, with their lengths', () => {
    expect(parts()).toEqual(['Take 1 · 0:42', 'Take 2 · 0:05', 'Take 3 · 0:07']);
  });

  it('change places, and the key that moved one goes on moving it', async () => {
    await screen.press('Earlier: Take 3 · 0:07');
    await vi.waitFor(() => expect(parts()[1]).toBe('Take 3 · 0:07'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Earlier: Take 3 · 0:07');
    await act(() => (document.activeElement as HTMLElement).click());
    await kept([2, 0, 7], [0, 0, 42], [1, 0, 5]);
    // It is first now: the way back is the only one left.
    await vi.waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Later: Take 3 · 0:07'),
    );
  });

  it('are deleted and brought back', async () => {
    await screen.press('Delete this part');
    await kept([0, 0, 42], [1, 0, 5]);
    await screen.press('Bring back what was deleted');
    await kept([0, 0, 42], [1, 0, 5], [2, 0, 7]);
  });

  it('are recorded again, or one is added', async () => {
    await screen.press('Record this one again');
    await screen.press('Add another take');
    expect(review.asked).toEqual([{ instead: 2 }, {}]);
  });
});

describe('publishing waits', () => {
  const publish = () =>
    [...screen.root.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Publish to the group',
    );

  it('until a demo is as short as the group allows, and says how much is too much', async () => {
    review = await openReview(screen, [90, 42]);
    await screen.see('It is 2:12 long; your group’s demos last at most 2:00. Cut 12 seconds more');
    expect(publish()?.disabled).toBe(true);
    await key('Position', 'End');
    await key('Position', 'i');
    for (let second = 0; second < 3; second++) await key('The part to cut begins', 'PageDown');
    await key('Position', 'Delete');
    await screen.seeNoMore('Cut 12 seconds more');
    expect(publish()?.disabled).toBe(false);
  });

  it('no longer where the group allows more', async () => {
    const people = [{ id: space, name: 'Ana', role: 'host' as const, left: false }];
    await screen.put({ kind: 'roster', id: space, body: { name: 'Tuesday', people, demoSeconds: 180 } });
    review = await openReview(screen, [90, 42]);
    await vi.waitFor(() => expect(publish()?.disabled).toBe(false));
  });

  it('while nothing is left', async () => {
    review = await openReview(screen, [3]);
    await screen.press('Delete this part');
    await screen.see('Nothing is left of it');
    expect(publish()?.disabled).toBe(true);
    await screen.press('Bring back what was deleted');
    await screen.seeNoMore('Nothing is left of it');
  });
});
