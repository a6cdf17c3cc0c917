// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../../shared/client/api-error.ts';
import { newId } from '../../../shared/contract/ids.ts';
import { openLocalDb } from '../../../shared/local/db.ts';
import { createHeartbeat, type Heartbeat } from '../../../shared/local/heartbeat.ts';
import { LocalError } from '../../../shared/local/local-error.ts';
import { saveRecord } from '../../../shared/local/save-record.ts';
import { linkClip } from './kit.ts';

let beats = 0;
let flushes = 0;
let did: string[] = [];
let fails: ApiError | LocalError | null = null;
let heartbeat: Heartbeat;
const db = openLocalDb(newId());

const hide = (hidden: boolean) => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
};

/** Lets that much time pass, and everything that it sets off. */
const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await new Promise((done) => setImmediate(done));
};

/** How many beats `act` and the time after it bring. */
const counted = async (ms: number, act?: () => unknown) => {
  const before = beats;
  act?.();
  await pass(ms);
  return beats - before;
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  beats = 0;
  fails = null;
  hide(false);
  const pull = async () => {
    beats += 1;
    did.push('pull');
    if (fails) throw fails;
  };
  const flush = async () => {
    flushes += 1;
    did.push('send');
    return { sent: 0, left: 0, nextAtMs: null, offline: false, signedOut: false };
  };
  heartbeat = createHeartbeat({ db, sync: { pull }, outbox: { flush } });
  heartbeat.start();
  await pass(10);
});

afterEach(async () => {
  heartbeat.stop();
  vi.useRealTimers();
  await db.outbox.clear();
});

test('every four seconds while the person is active', async () => {
  for (let second = 0; second < 40; second += 1) {
    document.dispatchEvent(new Event('pointermove'));
    await pass(1_000);
  }
  expect(beats).toBeGreaterThanOrEqual(10);
  expect(beats).toBeLessThanOrEqual(12);
});

test('slower and slower to once a minute when idle, and at once when the person is back', async () => {
  await pass(10 * 60_000);
  expect(await counted(60_000)).toBe(1);
  expect(await counted(10, () => window.dispatchEvent(new Event('focus')))).toBe(1);
  expect(await counted(4_000)).toBe(1);
});

test('a hidden tab asks nothing, and asks at once when it is shown', async () => {
  hide(true);
  await pass(10);
  expect(await counted(30 * 60_000)).toBe(0);
  expect(await counted(10, () => hide(false))).toBe(1);
});

test('what is saved in a hidden tab goes all the same', async () => {
  vi.useRealTimers();
  hide(true);
  const before = beats;
  await saveRecord(db, newId(), linkClip(newId(), 'new'));
  await vi.waitFor(() => expect(beats).toBe(before + 1));
});

test('at once when the network is back', async () => {
  expect(await counted(10, () => window.dispatchEvent(new Event('online')))).toBe(1);
});

test('at once when something was saved, and it says how much waits', async () => {
  vi.useRealTimers();
  const before = beats;
  await saveRecord(db, newId(), linkClip(newId(), 'new'));
  await vi.waitFor(() => expect(heartbeat.status.value.waiting).toBe(1));
  expect(beats).toBe(before + 1);
});

test('says that the network is away or the person signed out, and goes on asking', async () => {
  const seen: string[] = [];
  heartbeat.status.subscribe(({ online, signedOut }) => seen.push(`${online} ${signedOut}`));
  fails = new ApiError('offline', 0);
  await pass(4_000);
  fails = new ApiError('not-signed-in', 401);
  await pass(4_000);
  fails = null;
  await pass(4_000);
  expect(seen.filter((line, at) => line !== seen[at - 1])).toEqual([
    'true false',
    'false false',
    'true true',
    'true false',
  ]);
});

test('on a full disk what waits still goes, for that makes room', async () => {
  fails = new LocalError('storage-full');
  const before = flushes;
  expect(await counted(4_000)).toBe(1);
  expect(flushes).toBe(before + 1);
});

test('tells only what is news', async () => {
  let told = 0;
  const stop = heartbeat.status.subscribe(() => {
    told += 1;
  });
  expect(await counted(20_000)).toBeGreaterThan(3);
  expect(told).toBe(1);
  stop();
});

test('started anew in the middle of a beat, it asks at once', async () => {
  expect(
    await counted(10, () => {
      heartbeat.nudge();
      heartbeat.stop();
      heartbeat.start();
    }),
  ).toBe(2);
});

test('after stop nothing asks any more', async () => {
  heartbeat.stop();
  expect(await counted(60 * 60_000, () => window.dispatchEvent(new Event('focus')))).toBe(0);
});

test('what was just saved goes before anything is asked for; otherwise news comes first', async () => {
  did = [];
  await saveRecord(db, newId(), linkClip(newId(), 'mine'));
  await vi.waitFor(() => expect(did.slice(0, 2)).toEqual(['send', 'pull']));
  await pass(10);
  did = [];
  heartbeat.nudge();
  await pass(10);
  expect(did).toEqual(['pull', 'send']);
});
