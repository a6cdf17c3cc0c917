import { browser } from 'wxt/browser';
import type { Connection, Group } from './kept.ts';

/** How a round of sending ended. */
export type Delivered = {
  groups: Group[];
  /** The Worker does not know this browser any more, and everything of the person has left it. */
  signedOut: boolean;
  /** Nothing waits, or nobody is there to send it for: the offscreen document may be closed. */
  done: boolean;
};

/** Every call between contexts of ours: what is asked, what is answered, who answers. Pages can make none. */
export type Calls = {
  /** background ← popup, side panel, recorder: something waits, or the groups should be looked up. */
  deliver: { ask: null; answer: null };
  /** background ← popup: the connection is about to end, so nothing may be under way. */
  stop: { ask: null; answer: null };
  /** background ← offscreen: for whom? */
  whose: { ask: null; answer: Connection | null };
  /** background ← offscreen: as far as it got. */
  delivered: { ask: Delivered; answer: null };
  /** offscreen ← background: there is more. False when it has finished and must be opened anew. */
  hurry: { ask: null; answer: boolean };
};

type Name = keyof Calls;
export type Answers<N extends Name> = {
  [K in N]: (ask: Calls[K]['ask']) => Promise<Calls[K]['answer']> | Calls[K]['answer'];
};

export const call = <N extends Name>(name: N, ask: Calls[N]['ask']): Promise<Calls[N]['answer']> =>
  browser.runtime.sendMessage({ name, ask });

const isCall = (message: unknown): message is { name: string; ask: unknown } =>
  typeof message === 'object' && message !== null && 'name' in message && 'ask' in message;

/** Answers the calls it names and leaves the others to other contexts. Only our own pages are heard. */
export const answer = <N extends Name>(answers: Answers<N>): void => {
  const byName = new Map<string, (ask: never) => unknown>(Object.entries(answers));
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (!isCall(message) || sender.origin !== self.location.origin) return false;
    const found = byName.get(message.name);
    if (!found) return false;
    // Whoever calls is bound by the same table.
    Promise.resolve(found(message.ask as never)).then(respond, (error: unknown) => {
      console.error(error);
      respond(undefined);
    });
    return true;
  });
};
