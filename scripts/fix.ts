import { mustRun } from './run.ts';
import { task } from './task.ts';

await task(async () => {
  await mustRun('Some of it needs a person:', 'biome', ['check', '--write']);
});
