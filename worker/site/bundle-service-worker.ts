import { build, type Rolldown } from 'vite';

type Options = { entry: string; alias: Record<string, string>; target: string[] };

/** One script without imports: Firefox before 147 knows no service worker that is a module. */
export const bundleServiceWorker = async ({ entry, alias, target }: Options): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias },
    build: {
      write: false,
      target,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  });
  // One output of one entry, and nobody watches.
  const { output } = built as Rolldown.RolldownOutput;
  return output[0].code;
};
