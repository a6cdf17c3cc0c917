/**
 * Opens the page without a network, and sends what waits when no page is open. Of what is fetched it knows the
 * page's own files and nothing else: what the API and /files answer passes by untouched, for records and recordings
 * live in the local database.
 */
import { syncTag } from './background-sync.ts';
import { sendWaiting } from './send-waiting.ts';

// TypeScript has a worker's global scope or a page's, not both in one project: these are the parts used here.
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Syncing = Lasting & { tag: string };
type Scope = {
  addEventListener: ((type: 'install' | 'activate', listener: (event: Lasting) => void) => void) &
    ((type: 'fetch', listener: (event: Fetching) => void) => void) &
    ((type: 'sync', listener: (event: Syncing) => void) => void);
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
};
const scope = self as unknown as Scope;

/** Filled in by the build (`list-shell.ts`): a name for this build, and its files. */
const shell: { name: string; files: string[] } = JSON.parse('__SHELL__');

/** An open page may still ask for parts of the build before, so the last two stay. */
const dropOldBuilds = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith('shell-'));
  await Promise.all(names.slice(0, -2).map((name) => caches.delete(name)));
};

/** On a full disk the file is fetched again next time, and the page opens all the same. */
const keepIn = async (name: string, request: Request | string, file: Response): Promise<void> => {
  await caches
    .open(name)
    .then((cache) => cache.put(request, file))
    .catch(console.info);
};

/** The server answers what is not there with the page, as it does every address of the page's own. */
const isPage = (answer: Response) => answer.headers.get('Content-Type')?.startsWith('text/html') ?? false;

/** A built file carries its digest in its name: the first copy is good for ever. */
const fromShell = async (request: Request | string): Promise<Response> => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && !isPage(fresh)) await keepIn(shell.name, request, fresh.clone());
  return fresh;
};

scope.addEventListener('install', (event) => {
  const keep = async () => (await caches.open(shell.name)).addAll(shell.files);
  event.waitUntil(keep().then(scope.skipWaiting.bind(scope)));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOldBuilds().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (/^\/(api|files|feeds)\//.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(fromThisBuild());
  else if (pathname.startsWith('/assets/') || shell.files.includes(pathname)) {
    event.respondWith(fromShell(request));
  }
});

scope.addEventListener('sync', (event) => {
  if (event.tag.startsWith(syncTag)) event.waitUntil(sendWaiting());
});

/** Every address is one page; the one of this build, whatever else is kept. */
const fromThisBuild = async (): Promise<Response> =>
  (await (await caches.open(shell.name)).match('/')) ?? fetch('/');
