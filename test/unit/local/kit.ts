import { createClient } from '../../../shared/client/create-client.ts';
import type { Send } from '../../../shared/client/session.ts';
import { newId } from '../../../shared/contract/ids.ts';
import type { Me } from '../../../shared/contract/people.ts';
import { type LocalDb, openLocalDb } from '../../../shared/local/db.ts';
import { rememberMe } from '../../../shared/local/known-me.ts';
import { createOutbox } from '../../../shared/local/outbox.ts';
import { createSync } from '../../../shared/local/sync.ts';
import { bodies } from '../../exactly-once/bodies.ts';
import { createFakeWorker } from './fake-worker.ts';

/** One device of `me`; `through` stands between it and the Worker. */
export const openDeviceOf = async (me: Me, send: Send, through: (send: Send) => Send = (same) => same) => {
  const db: LocalDb = openLocalDb(newId());
  await rememberMe(db, me);
  const client = createClient({ origin: '', token: 'a-token' }, through(send));
  const clock = { ms: Date.now() };
  const outbox = createOutbox({ db, client, now: () => clock.ms, random: () => 0.5 });
  const sync = createSync({ db, client });
  return { db, me, client, clock, outbox, sync };
};

export const openKit = async (through?: (send: Send) => Send) => {
  const worker = createFakeWorker();
  const ada = worker.addPerson('Ada');
  const bea = worker.addPerson('Bea');
  const space = worker.addGroup('Tuesday review', ada, bea);
  const device = await openDeviceOf(ada, worker.sendAs(ada), through);
  await device.sync.pull();
  worker.requests.length = 0;
  return { worker, ada, bea, space, ...device };
};

export const linkClip = (space: string, why: string, id = newId()) => ({
  id,
  space,
  kind: 'clip' as const,
  state: 'live' as const,
  body: bodies.link(why),
});

export const articleClip = (space: string, why: string, id = newId()) => ({
  ...linkClip(space, why, id),
  body: bodies.article(why),
  files: [{ name: 'article.html', blob: new Blob(['<p>Wait three seconds.</p>']) }],
});

/** Answers the next requests that match with `answer`, and lets the others through. */
export const answering = () => {
  const queue: { matching: RegExp; answer: () => Promise<Response> | Response }[] = [];
  return {
    next: (matching: RegExp, answer: () => Promise<Response> | Response) => {
      queue.push({ matching, answer });
    },
    through:
      (send: Send): Send =>
      async (address, init) => {
        const at = queue.findIndex(({ matching }) => matching.test(`${init.method} ${address}`));
        const [found] = at < 0 ? [] : queue.splice(at, 1);
        return found ? found.answer() : send(address, init);
      },
  };
};

export const refusing =
  (status: number, error: object, headers = {}) =>
  () =>
    Response.json({ error }, { status, headers });

export const noAnswer = () => Promise.reject(new TypeError('fetch failed'));
