import { browser } from 'wxt/browser';
import { call } from './calls.ts';

const open = (): Promise<void> =>
  browser.offscreen.createDocument({
    url: '/offscreen.html',
    // The local database tells what changed by BroadcastChannel and keeps its turns by Web Locks, in a document
    // that lives as long as a transfer takes: a service worker is stopped after 30 seconds.
    reasons: ['BLOBS'],
    justification: 'Sends what was saved to your group, also after the popup was closed.',
  });

let turn: Promise<void> = Promise.resolve();

/** One after another: opening twice fails, and closing must not overtake what was just said to be sent. */
const inTurn = (work: () => Promise<void>): Promise<void> => {
  turn = turn.then(work, work);
  return turn;
};

/** Null where the document has not begun, or has failed. */
const goesOn = (): Promise<boolean | null> => call('hurry', null).catch(() => null);

/** Sees to it that what waits is being sent: by the document that is at it, or by a new one. */
export const startDelivery = (): Promise<void> =>
  inTurn(async () => {
    if (!(await browser.offscreen.hasDocument())) return open();
    // Nothing is lost with one that does not answer.
    if (await goesOn()) return;
    await browser.offscreen.closeDocument();
    await open();
  });

/** Closes a document that has nothing left to do: not one that was opened since it said so. */
export const endFinished = (): Promise<void> =>
  inTurn(async () => {
    if (!(await browser.offscreen.hasDocument())) return;
    if ((await goesOn()) === false) await browser.offscreen.closeDocument();
  });

export const endDelivery = (): Promise<void> =>
  inTurn(async () => {
    if (await browser.offscreen.hasDocument()) await browser.offscreen.closeDocument();
  });
