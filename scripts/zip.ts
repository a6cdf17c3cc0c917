import { mustRun } from './run.ts';
import { task } from './task.ts';

/** The extension as the Chrome Web Store takes it, in `.output/`. */
await task(async () => {
  console.log((await mustRun('The extension could not be packed.', 'wxt', ['zip'])).trim());
});
