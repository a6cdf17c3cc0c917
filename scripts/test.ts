import { build } from './build/build.ts';
import { messages, parts } from './build/parts.ts';
import { task } from './task.ts';
import { installPrograms } from './test/install-programs.ts';
import { isProject, projects, runProject } from './test/projects.ts';

/** `npm test` runs all; `npm test -- unit outbox` runs the files of one project whose path has that word. */
await task(async () => {
  const [first, ...rest] = process.argv.slice(2);
  if (first !== undefined && !isProject(first)) {
    throw new Error(`${first} is no kind of test: ${projects.join(', ')}.`);
  }
  const wanted = first ? [first] : projects;
  if (wanted.includes('browser')) await installPrograms();
  const needed = wanted.includes('browser') ? parts : [messages];
  await build((name) => console.log(`Building the ${name} …`), needed);

  const total = { passed: 0, failed: 0 };
  for (const project of wanted) {
    const { passed, failed } = await runProject(project, rest);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
});
