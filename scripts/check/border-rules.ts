import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Imports go one way: what stands left may import what stands right, and itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'shared/contract': [],
  'shared/rules': ['shared/contract'],
  'shared/client': ['shared/contract', 'shared/rules'],
  // The outbox is handed a client; it knows the type and the error.
  'shared/local': ['shared/contract', 'shared/rules', 'shared/client'],
  'shared/recording': ['shared/contract', 'shared/rules'],
  'shared/messages': ['shared/contract', 'shared/client'],
  'shared/ui': ['shared/contract', 'shared/rules', 'shared/messages'],
  'shared/screens': ['shared'],
  'extension/clip': ['shared/contract', 'shared/rules'],
  'extension/platform': ['shared', 'extension/clip'],
  'extension/delivery': ['shared', 'extension/platform'],
  'extension/app': ['shared', 'extension/platform'],
  'extension/popup': ['shared', 'extension/clip', 'extension/platform', 'extension/app'],
  'extension/entrypoints': ['shared', 'extension'],
  'worker/store': ['shared/contract', 'shared/rules'],
  'worker/jobs': ['shared/contract', 'shared/rules', 'worker/store', 'worker/env'],
  'worker/api': ['shared/contract', 'shared/rules', 'worker/store', 'worker/env'],
  'worker/site': ['shared'],
};

/** Told by the tools that build it, it is none of what is built. */
const toolConfig = '/vite[.]config[.]ts$';

const oneWay = Object.entries(mayImport).map(
  ([from, to]): IForbiddenRuleType => ({
    name: `${from} imports ${to.length ? `${to.join(', ')} and nothing else` : 'nothing of ours'}`,
    severity: 'error',
    from: { path: `^${from}/`, pathNot: toolConfig },
    to: {
      path: '^(shared|worker|extension|scripts|test)/',
      pathNot: [from, ...to].map((path) => `^${path}[/.]`),
    },
  }),
);

const npm = (name: string): string => `node_modules/${name}/`;

export const rules: IForbiddenRuleType[] = [
  ...oneWay,
  {
    name: 'only extension/platform imports wxt/browser',
    severity: 'error',
    from: { path: '^(shared|worker|extension)/', pathNot: '^extension/platform/' },
    to: { path: 'wxt/(dist/)?browser' },
  },
  {
    name: 'only shared/local, screens and entrypoints know Dexie',
    severity: 'error',
    from: {
      path: '^(shared|worker|extension)/',
      pathNot: '^shared/(local|screens)/|^extension/entrypoints/',
    },
    to: { path: npm('dexie') },
  },
  {
    name: 'zod is zod/mini: the whole of it costs 443 kB',
    severity: 'error',
    from: { path: '^(shared|worker|extension)/' },
    to: { path: npm('zod'), pathNot: 'zod/(v4/)?mini' },
  },
  {
    name: 'the Worker is the only one on Hono',
    severity: 'error',
    from: { path: '^(shared|extension|worker/site)/' },
    to: { path: npm('hono') },
  },
  {
    name: 'nothing that ships imports tests or scripts',
    severity: 'error',
    from: { path: '^(shared|worker|extension)/', pathNot: toolConfig },
    to: { path: '^(test|scripts)/' },
  },
  { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'no orphans',
    severity: 'error',
    from: {
      orphan: true,
      path: '^(shared|worker|extension)/',
      pathNot: [
        '[.]d[.]ts$',
        '^extension/entrypoints/',
        '^shared/messages/paraglide/',
        '^worker/site/(service-worker|public/)',
      ],
    },
    to: {},
  },
  {
    name: 'everything that is imported is there',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^(cloudflare:|virtual:|node:)' },
  },
];
