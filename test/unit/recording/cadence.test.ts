import { expect, it } from 'vitest';
import { createCadence } from '../../../shared/recording/capture/compose/cadence.ts';

/** When pictures are made, if it is woken at these moments. */
const made = (wakes: number[]) => {
  const cadence = createCadence(15);
  return wakes.filter((at) => cadence.isDue(at));
};

it('makes fifteen a second, however often it is woken', () => {
  const every5ms = Array.from({ length: 2_000 }, (_, at) => at * 5);
  expect(made(every5ms)).toHaveLength(150);
});

it('goes on evenly after a hold-up, and makes up for nothing', () => {
  const times = made([0, 67, 134, 900, 905, 910, 967, 1_034]);
  expect(times).toEqual([0, 67, 134, 900, 967, 1_034]);
});

it('sleeps until the next is due', () => {
  const cadence = createCadence(15);
  cadence.isDue(1_000);
  expect(cadence.leftMs(1_020)).toBeCloseTo(66.67 - 20, 0);
});
