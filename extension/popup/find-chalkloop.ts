import * as z from 'zod/mini';
import { sayHello } from '../clip/ask-chalkloop.ts';
import { runFunction } from '../platform/run-in-tab.ts';
import type { Tab } from '../platform/tab.ts';
import { isSafeOrigin } from './server-origin.ts';

const Hello = z.object({ app: z.literal('chalkloop') });

/** A Chalkloop in the tab, by the origin that the browser names; `insecure` when no token may travel to it. */
export type Found = { origin: string; insecure: boolean } | null;

export const findChalkloop = async (tab: Tab): Promise<Found> => {
  try {
    const hello = Hello.safeParse(await runFunction(tab.id, sayHello, [], 5_000));
    if (!hello.success) return null;
    const { origin } = new URL(tab.address);
    return { origin, insecure: !isSafeOrigin(origin) };
  } catch {
    // A page that lets nobody in, or does not answer, is none.
    return null;
  }
};
