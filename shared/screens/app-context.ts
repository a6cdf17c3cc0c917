import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client } from '../client/create-client.ts';
import type { Me } from '../contract/people.ts';
import type { LocalDb } from '../local/db.ts';

/** What a screen is given by whoever opens it: the page, the side panel or a tab of the extension. */
export type App = {
  db: LocalDb;
  client: Client;
  me: Me;
  /** `nudge` after something was saved: it goes now rather than with the next beat. */
  heartbeat: { nudge: () => void };
  /** To a path of the page's routes, as `/g/<space>/queue`. */
  navigate: (path: string) => void;
};

const AppContext = createContext<App | null>(null);
export const AppProvider = AppContext.Provider;

export const useApp = (): App => {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp outside of AppProvider');
  return app;
};
