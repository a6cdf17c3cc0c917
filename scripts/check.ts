import { build } from './build/build.ts';
import { messages } from './build/parts.ts';
import { steps } from './check/steps.ts';
import { run } from './run.ts';
import { task } from './task.ts';

/** `npm run check` runs every step and says which failed; `npm run check -- borders` runs that one. */
await task(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown) throw new Error(`${unknown} is no step: ${steps.map(({ name }) => name).join(', ')}.`);
  await build(() => undefined, [messages]);
  const failed: string[] = [];
  for (const { name, command, args, showOutput } of steps) {
    if (names.length && !names.includes(name)) continue;
    const { code, output } = await run(command, args);
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0 || showOutput) console.log(output.trimEnd().replace(/^/gm, '  '));
    if (code !== 0) failed.push(name);
  }
  if (failed.length) throw new Error(`\nThe check failed: ${failed.join(', ')}.`);
});
