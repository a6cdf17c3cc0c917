import { globSync, readFileSync } from 'node:fs';
import { root } from '../root.ts';
import { task } from '../task.ts';

const storageCall = /\.(prepare|batch)\(|\.FILES\.(put|get|head|list|delete)\(/;

/** SQL and R2 are spoken to in worker/store and worker/jobs: anywhere else a call is a gap in the checks. */
await task(async () => {
  const found = globSync('worker/{index.ts,api/**/*.ts}', { cwd: root }).flatMap((file) =>
    readFileSync(`${root}/${file}`, 'utf8')
      .split('\n')
      .flatMap((line, index) => (storageCall.test(line) ? [`${file}:${index + 1}  ${line.trim()}`] : [])),
  );
  if (found.length) throw new Error(`These belong in worker/store:\n${found.join('\n')}`);
});
