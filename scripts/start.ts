import { resolve } from 'node:path';
import { build } from './build/build.ts';
import { addSample } from './sample/add-sample.ts';
import { startServer } from './server/start-server.ts';
import { checkDataDir, checkPort } from './start/check-place.ts';
import { openBrowser } from './start/open-browser.ts';
import { readOptions, usage } from './start/options.ts';
import { welcome } from './start/welcome.ts';
import { task } from './task.ts';

await task(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(usage);
  const dataDir = resolve(process.env.INIT_CWD ?? '.', options.data);
  await checkPort(options.port);
  checkDataDir(dataDir);
  await build((name) => console.log(`Building the ${name} …`));

  const server = await startServer({ port: options.port, dataDir, quiet: false });
  const sampleLink = options.sample ? await addSample(server) : null;
  console.log(welcome({ ...server, sampleLink, dataDir }));
  const closeBrowser = options.browser && (await openBrowser(server.setupLink ?? server.url, dataDir));

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    // Ctrl-C reaches the browser too: it may have gone first.
    if (closeBrowser) await closeBrowser().catch(() => undefined);
    await server.stop();
    console.log('\nChalkloop has stopped; everything is kept.');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    // Miniflare's own listener would end this process before the Worker has closed its database.
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
});
