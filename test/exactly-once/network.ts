import type { Send } from '../../shared/client/session.ts';

/** What becomes of one request. `late`: it arrives when nobody waits for it any more. */
export type Fate =
  | 'answered'
  | 'request-lost'
  | 'answer-lost'
  | 'sent-twice'
  | 'late'
  | 'unreadable'
  | 'trouble'
  | 'crash-before'
  | 'crash-after';

type Init = Parameters<Send>[1];
/** The real one would abort long after; here nobody waits. */
const withoutSignal = (init: Init): Init => ({ ...init, signal: new AbortController().signal });

/**
 * A network that does to each request what was foretold for it, and else behaves. `crash` is the end of the
 * device's process: the request may have gone out, nothing after it happens.
 */
export const createNetwork = (deliver: Send) => {
  const late: (() => Promise<unknown>)[] = [];
  const foretold: Fate[] = [];
  let onCrash = (): void => undefined;
  let isDead = false;
  let meanwhile: (() => Promise<void>) | undefined;

  const crash = (): never => {
    isDead = true;
    onCrash();
    throw new TypeError('crashed');
  };

  const send: Send = async (address, init) => {
    if (isDead) throw new TypeError('nobody is there to send');
    const fate = foretold.shift() ?? 'answered';
    if (fate === 'request-lost') throw new TypeError('nothing went out');
    if (fate === 'crash-before') crash();
    if (fate === 'trouble') return Response.json({ error: { code: 'server-trouble' } }, { status: 500 });
    if (fate === 'late') {
      late.push(() => deliver(address, withoutSignal(init)));
      throw new TypeError('no answer in time');
    }
    const act = meanwhile;
    meanwhile = undefined;
    await act?.();
    const response = await deliver(address, withoutSignal(init));
    if (fate === 'sent-twice') return deliver(address, withoutSignal(init));
    if (fate === 'answer-lost') throw new TypeError('the answer was lost');
    if (fate === 'unreadable') return new Response('<h1>Welcome to Hotel Wi-Fi</h1>');
    if (fate === 'crash-after' || isDead) crash();
    return response;
  };

  return {
    send,
    foretell: (fates: readonly Fate[], then: { crash: () => void; meanwhile?: () => Promise<void> }) => {
      foretold.splice(0, foretold.length, ...fates);
      onCrash = then.crash;
      isDead = false;
      meanwhile = then.meanwhile;
    },
    /** Whatever was held up arrives now, and its answers reach nobody. */
    arriveLate: async () => {
      for (const arrive of late.splice(0)) await arrive();
    },
  };
};
