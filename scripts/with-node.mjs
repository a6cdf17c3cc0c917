// Runs a task of this folder: `node scripts/with-node.mjs <task> [options]`. No dependencies, because it is
// what installs them; no static imports, so that an old Node reads far enough to say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 18) {
  console.error(
    `Chalkloop needs Node 18 or newer, and this is ${process.versions.node}: get one from https://nodejs.org and run the same command again.`,
  );
  process.exitCode = 1;
} else {
  import('./node/run-task.mjs')
    .then(({ runTask }) =>
      runTask({ isNewEnough: major > 22 || (major === 22 && minor >= 12) }, process.argv.slice(2)),
    )
    .catch((error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
}
