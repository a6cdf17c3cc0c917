import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client } from '../../client/create-client.ts';
import type { Me } from '../../contract/people.ts';
import type { LocalDb } from '../../local/db.ts';
import type { Navigate } from '../app-context.ts';

/** What the screens outside of any group are given: who is here may not be known yet. */
export type Visit = {
  client: Client;
  db: LocalDb;
  /** Null when nobody is signed in. */
  me: Me | null;
  /** After a passkey said who it is: resolves when this device is theirs and has their groups. */
  enter: (me: Me) => Promise<void>;
  navigate: Navigate;
};

const VisitContext = createContext<Visit | null>(null);
export const VisitProvider = VisitContext.Provider;

export const useVisit = (): Visit => {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error('useVisit outside of VisitProvider');
  return visit;
};
