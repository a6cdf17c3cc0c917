// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { LocalRecord } from '../../../shared/local/db.ts';
import { SendingState } from '../../../shared/screens/library/SendingState.tsx';
import { Published } from '../../../shared/screens/recorder/Published.tsx';
import { useLive } from '../../../shared/screens/use-live.ts';
import { me, openScreen, space } from './open-screen.tsx';

type Screen = Awaited<ReturnType<typeof openScreen>>;
type Size = readonly [name: string, bytes: number];

const sizes: Size[] = [
  ['t0-v-init.mp4', 100_000],
  ['t0-v-0001.m4s', 2_000_000],
  ['t0-v-0002.m4s', 7_700_000],
];

/** A demo that is being sent, with everything still to go. */
const beingSent = async ({ db, put }: Screen, files = sizes): Promise<LocalRecord> => {
  const record = await put({
    kind: 'demo',
    author: me.id,
    waiting: 1,
    files: files.map(([name, bytes]) => ({ name, bytes, sha256: 'a'.repeat(64) })),
    body: {
      title: 'Exit tickets',
      strategy: 'Exit tickets',
      seconds: 4,
      takes: [],
      captions: 'pending',
      students: { answer: 'no', wording: 'Could students be identified?', at: 1 },
    },
  });
  const row = { space, record: record.id, attempts: 0, notBeforeMs: 0 };
  await db.outbox.bulkAdd(files.map(([name]) => ({ ...row, op: 'file' as const, name })));
  return record;
};

const confirm = ({ db }: Screen, name: string) =>
  db.outbox.filter((row) => row.op === 'file' && row.name === name).delete();

const State = ({ screen, id }: { screen: Screen; id: string }) => {
  const record = useLive(() => screen.db.records.get(id), [id]);
  return record ? <SendingState record={record} /> : null;
};

test('a card says how much of its bytes is sent, and follows', async () => {
  const screen = await openScreen();
  const { id } = await beingSent(screen);
  await screen.draw(<State screen={screen} id={id} />);
  await screen.see('0.0 of 9.8 MB sent');
  await confirm(screen, 't0-v-init.mp4');
  await confirm(screen, 't0-v-0001.m4s');
  await screen.see('2.1 of 9.8 MB sent');
  expect(screen.root.querySelector('progress')?.value).toBeCloseTo(2.1 / 9.8);
});

test('what is nearly sent is not called sent', async () => {
  const screen = await openScreen();
  const { id } = await beingSent(screen, [
    ['t0-v-init.mp4', 9_999_999],
    ['t0-v-0001.m4s', 1],
  ]);
  await screen.draw(<State screen={screen} id={id} />);
  await confirm(screen, 't0-v-init.mp4');
  await screen.see('9.9 of 10.0 MB sent');
});

test('a few kilobytes wait without a figure', async () => {
  const screen = await openScreen();
  const { id } = await beingSent(screen, [['t0-v-init.mp4', 9_000]]);
  await screen.draw(<State screen={screen} id={id} />);
  await screen.see('Waiting to be sent');
});

test('after Publish one reads that the page has to stay open where nothing else sends, until all is sent', async () => {
  const screen = await openScreen();
  const { id } = await beingSent(screen);
  await screen.draw(<Published space={space} record={id} onAgain={() => undefined} />);
  await screen.see('0.0 of 9.8 MB sent');
  expect(screen.text()).toContain('Keep this page open');
  expect(screen.text()).not.toContain('It is published');
  for (const [name] of sizes) await confirm(screen, name);
  await screen.see('It is published');
  expect(screen.text()).not.toContain('Keep this page open');
});
