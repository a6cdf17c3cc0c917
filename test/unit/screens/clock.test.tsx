// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Clock } from '../../../shared/screens/recorder/Clock.tsx';
import type { TakeControl } from '../../../shared/screens/recorder/use-take.ts';

const playSoftTone = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('../../../shared/screens/recorder/soft-tone.ts', () => ({ playSoftTone }));

const nothing = () => undefined;
const takeAt = (seconds: number, limitSeconds = 120): TakeControl => ({
  run: { at: 'running', isPaused: false },
  seconds,
  limitSeconds,
  count: nothing,
  skip: nothing,
  cancel: nothing,
  pause: nothing,
  resume: nothing,
  stop: async () => undefined,
});

let root: HTMLElement;
beforeEach(() => {
  playSoftTone.mockClear();
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});
const draw = (take: TakeControl, withSound = true) =>
  act(() => render(<Clock take={take} withSound={withSound} />, root));
const spoken = () => root.querySelector('[role="status"]')?.textContent;

it('is silent until 15 seconds are left, and then gives one sign for eyes, ears and screen readers', async () => {
  await draw(takeAt(104.9));
  expect(playSoftTone).not.toHaveBeenCalled();
  expect(root.textContent).not.toContain('left');
  await draw(takeAt(105.1));
  await draw(takeAt(106.1));
  await draw(takeAt(110.1));
  expect(playSoftTone).toHaveBeenCalledTimes(1);
  expect(root.textContent).toContain('10 seconds left');
  expect(spoken()).toBe('15 seconds left');
});

it('makes no sound for those who do not want it', async () => {
  await draw(takeAt(100), false);
  await draw(takeAt(110), false);
  expect(playSoftTone).not.toHaveBeenCalled();
  expect(root.textContent).toContain('10 seconds left');
});

it('makes no sound in a take that is hardly longer than that', async () => {
  await draw(takeAt(1, 20));
  await draw(takeAt(6, 20));
  expect(playSoftTone).not.toHaveBeenCalled();
});

it('counts what the take may have, not what a demo may', async () => {
  await draw(takeAt(20, 40));
  expect(root.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')).toBe('50');
  expect(root.querySelector('[role="progressbar"]')?.getAttribute('aria-label')).toBe(
    'Recorded: 0:20 of 0:40',
  );
});
