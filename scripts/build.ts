import { build } from './build/build.ts';
import { parts } from './build/parts.ts';
import { task } from './task.ts';

/** `npm run build` makes everything that is out of date; `npm run build -- page` makes that part alone. */
await task(async () => {
  const names = process.argv.slice(2);
  const wanted = parts.filter(({ name }) => names.length === 0 || names.includes(name));
  await build((name) => console.log(`Building the ${name} …`), wanted);
});
