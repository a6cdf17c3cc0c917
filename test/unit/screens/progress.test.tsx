// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProgressLine } from '../../../shared/screens/ProgressLine.tsx';
import { useProgress } from '../../../shared/screens/use-progress.ts';
import { type Opened, openScreen } from './open-screen.tsx';

let screen: Opened;
beforeEach(async () => {
  screen = await openScreen();
});
afterEach(() => screen.close());

type Told = { onProgress: (share: number) => void; signal: AbortSignal };

/** Something slow that goes on until it is told to end. */
const draw = async () => {
  const ends = Promise.withResolvers<void>();
  const told: Partial<Told> = {};
  const outcomes: unknown[] = [];
  const Slow = () => {
    const { share, run, cancel } = useProgress();
    const work = (options: Told) => {
      Object.assign(told, options);
      options.signal.addEventListener('abort', () => ends.reject(options.signal.reason));
      return ends.promise;
    };
    const start = () =>
      run(work).then(
        (outcome) => outcomes.push(outcome),
        (error) => outcomes.push(error),
      );
    return (
      <>
        <button type="button" onClick={start}>
          Start
        </button>
        {share !== null && (
          <ProgressLine share={share} say={(percent) => `${percent} of 100`} onCancel={cancel} />
        )}
      </>
    );
  };
  await screen.draw(<Slow />);
  await screen.press('Start');
  return { ends, told, outcomes };
};

it('says how far it is, until it is done', async () => {
  const { ends, told, outcomes } = await draw();
  await screen.see('0 of 100');
  told.onProgress?.(0.4);
  await screen.see('40 of 100');
  expect(screen.root.querySelector('progress')?.getAttribute('aria-label')).toBe('40 of 100');
  ends.resolve();
  await screen.seeNoMore('of 100');
  expect(outcomes).toEqual([true]);
});

it('is called off without that being an error', async () => {
  const { told, outcomes } = await draw();
  await screen.press('Cancel');
  await screen.seeNoMore('of 100');
  expect(told.signal?.aborted).toBe(true);
  expect(outcomes).toEqual([false]);
});

it('hands on what went wrong', async () => {
  const { ends, outcomes } = await draw();
  ends.reject(new Error('full'));
  await vi.waitFor(() => expect(outcomes).toEqual([new Error('full')]));
  await screen.seeNoMore('of 100');
});
