import { parseArgs } from 'node:util';

export const usage = `npm start -- [options]

  --port NUMBER   where it listens (8787)
  --data DIR      where its database and files are kept (.data)
  --sample        a group with clips, a demo and comments in it, to look around
  --browser       opens Chrome, Chromium or Edge with the extension loaded
  --help          this text`;

/** `npm start --sample`, without the two dashes, hands the option to npm, which keeps it: say so. */
const keptByNpm = (): string | undefined =>
  ['port', 'data', 'sample', 'browser'].find((name) => process.env[`npm_config_${name}`] !== undefined);

export const readOptions = (args: string[]) => {
  const kept = keptByNpm();
  if (kept)
    throw new Error(`npm kept --${kept} for itself: write npm start -- --${kept}, with two dashes before.`);
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8787' },
      data: { type: 'string', default: '.data' },
      sample: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--port ${values.port} is not a port: it is a whole number from 1 to 65535.`);
  }
  return { ...values, port };
};
