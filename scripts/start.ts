import { resolve } from 'node:path';
import { build } from './build/build.ts';
import { extensionDir } from './build/parts.ts';
import { startServer } from './server/start-server.ts';
import { checkDataDir, checkPort } from './start/check-place.ts';
import { readOptions, usage } from './start/options.ts';
import { task } from './task.ts';

await task(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(usage);
  const dataDir = resolve(process.env.INIT_CWD ?? '.', options.data);
  await checkPort(options.port);
  checkDataDir(dataDir);
  await build((name) => console.log(`Building the ${name} …`));
  const server = await startServer({ port: options.port, dataDir, quiet: false });

  console.log(`\nChalkloop runs at ${server.url}`);
  if (server.setupLink) {
    console.log(
      `\nNobody has set it up yet. Open this link once, within three days, to begin:\n  ${server.setupLink}`,
    );
  }
  console.log(
    `\nThe extension lies in ${extensionDir}\n  chrome://extensions → Developer mode → Load unpacked → choose that folder.`,
  );
  console.log(`\nIts data is kept in ${dataDir}. Ctrl-C stops it; the next start goes on from there.`);

  const stop = () => void server.stop().finally(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});
