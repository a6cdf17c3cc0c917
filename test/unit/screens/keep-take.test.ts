import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../../../shared/contract/ids.ts';
import type { Take } from '../../../shared/contract/kinds/demo.ts';
import { type LocalDb, openLocalDb } from '../../../shared/local/db.ts';
import { dropTake, keepTake, nextTake } from '../../../shared/screens/recording/keep-take.ts';
import { type OpenRecording, readRecording } from '../../../shared/screens/recording/read-recording.ts';

const record = newId();
const space = newId();
let db: LocalDb;

const takeOf = (number: number, seconds: number[]): Take => {
  const track = (kind: string) => ({
    init: `t${number}-${kind}-init.mp4`,
    codec: 'avc1.64001f',
    segments: seconds.map((length, at) => ({ name: `t${number}-${kind}-${at}.m4s`, seconds: length })),
  });
  return { video: { ...track('v'), width: 640, height: 360 } };
};
const read = async (): Promise<OpenRecording> => {
  const row = await db.recordings.get(record);
  if (!row) throw new Error('the recording is gone');
  return readRecording(row);
};
const addFile = (name: string) =>
  db.files.put({ record, space, name, bytes: 1, sha256: '', blob: new Blob(['x']), sent: 0 });

beforeEach(async () => {
  db = openLocalDb(`takes-${newId()}`);
  const row = { record, space, startedAt: 1, state: 'review' as const, title: '', strategy: '' };
  await db.recordings.put({ ...row, takes: [takeOf(0, [2, 1])] });
  await addFile('t0-v-init.mp4');
});
afterEach(() => db.delete());

it('a take that grows segment by segment is one step of the edit', async () => {
  const place = await nextTake(db, record);
  await keepTake(db, place, takeOf(1, [2]));
  await keepTake(db, place, takeOf(1, [2, 2]));
  await keepTake(db, place, takeOf(1, [2, 2, 1]));
  const { takes, history } = await read();
  expect(takes).toHaveLength(2);
  expect(history.now).toEqual([
    { take: 0, fromSeconds: 0, toSeconds: 3 },
    { take: 1, fromSeconds: 0, toSeconds: 5 },
  ]);
  expect(history.past).toHaveLength(1);
});

it('a take done again stands in the old one’s place, and the old one is still there to go back to', async () => {
  await keepTake(db, await nextTake(db, record), takeOf(1, [2]));
  await keepTake(db, await nextTake(db, record, 0), takeOf(2, [2]));
  const { takes, history } = await read();
  expect(history.now.map(({ take }) => take)).toEqual([2, 1]);
  expect(history.past.at(-1)?.map(({ take }) => take)).toEqual([0, 1]);
  expect(takes).toHaveLength(3);
});

it('no file of a take is named as one that a take which came to nothing left behind', async () => {
  await addFile('t1-v-init.mp4');
  const { index, number } = await nextTake(db, record);
  expect({ index, number }).toEqual({ index: 1, number: 2 });
});

it('a take that was called off is as if it had never begun, but its number is not given again', async () => {
  const before = (await read()).history.now;
  const place = await nextTake(db, record);
  for (const name of ['t1-v-init.mp4', 't1-v-0001.m4s']) await addFile(name);
  await keepTake(db, place, takeOf(1, [2]));
  await dropTake(db, place);
  const { takes, history } = await read();
  expect(takes).toHaveLength(1);
  expect(history).toMatchObject({ now: before, past: [] });
  expect(await db.files.get([record, 't1-v-0001.m4s'])).toBeUndefined();
  expect(await nextTake(db, record)).toMatchObject({ index: 1, number: 2 });
});
