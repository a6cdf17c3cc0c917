import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client } from '../client/create-client.ts';
import type { Me } from '../contract/people.ts';
import type { LocalDb } from '../local/db.ts';
import type { Heartbeat } from '../local/heartbeat.ts';
import type { Sync } from '../local/sync.ts';

export type Navigate = (path: string, how?: 'replace') => void;

/** What a screen is given by whoever opens it: the page, the side panel or a tab of the extension. */
export type App = {
  db: LocalDb;
  client: Client;
  me: Me;
  /** For what the Worker alone knows until it is pulled, as a group just joined; saving needs none of it. */
  sync: Sync;
  /** `nudge` after something was saved: it goes now rather than with the next beat. */
  heartbeat: Pick<Heartbeat, 'nudge' | 'status'>;
  /** Whether what waits is sent although this page is closed: then nobody has to wait for it. */
  sendsWhenClosed: boolean;
  /** To a path of the page's routes, as `/g/<space>/queue`. */
  navigate: Navigate;
};

const AppContext = createContext<App | null>(null);
export const AppProvider = AppContext.Provider;

export const useApp = (): App => {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp outside of AppProvider');
  return app;
};
