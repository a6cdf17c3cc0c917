import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { saveRecord } from '../../../shared/local/save-record.ts';
import { createSync } from '../../../shared/local/sync.ts';
import { bodies, labelOf } from '../../exactly-once/bodies.ts';
import { linkClip, openDeviceOf, openKit } from './kit.ts';

const openTwo = async () => {
  const kit = await openKit();
  const clip = linkClip(kit.space, 'as made');
  await saveRecord(kit.db, kit.ada.id, clip);
  await kit.outbox.flush();
  const phone = await openDeviceOf(kit.ada, kit.worker.sendAs(kit.ada));
  await phone.sync.pull();
  const edit = (device: typeof phone, why: string) =>
    saveRecord(device.db, kit.ada.id, { ...clip, body: bodies.link(why) });
  const shown = async (device: typeof phone) => {
    const record = await device.db.records.get(clip.id);
    return record && labelOf(record);
  };
  return { laptop: kit, phone, id: clip.id, edit, shown };
};

test('of two edits on one person’s devices the one that arrives last stands on both', async () => {
  const { laptop, phone, edit, shown } = await openTwo();
  await edit(phone, 'on the phone');
  await edit(laptop, 'on the laptop');
  await phone.outbox.flush();
  expect(await laptop.outbox.flush()).toMatchObject({ sent: 1, left: 0 });
  await phone.sync.pull();
  expect([await shown(laptop), await shown(phone)]).toEqual(['on the laptop', 'on the laptop']);
});

test('what waits here stays on the screen over what comes from elsewhere', async () => {
  const { laptop, phone, id, edit, shown } = await openTwo();
  await edit(phone, 'on the phone');
  await phone.outbox.flush();
  await edit(laptop, 'on the laptop');
  await laptop.sync.pull();
  expect(await shown(laptop)).toBe('on the laptop');
  expect(await laptop.db.records.get(id)).toMatchObject({ version: 2, waiting: 1 });
});

test('a page of changes that is older than an answer changes nothing back', async () => {
  const { laptop, id, edit, shown } = await openTwo();
  const older = await laptop.client.changes(laptop.space, 0);
  await edit(laptop, 'newer');
  await laptop.outbox.flush();
  await laptop.db.spaces.update(laptop.space, { cursor: 0 });
  await createSync({ db: laptop.db, client: { ...laptop.client, changes: async () => older } }).pull();
  expect(await shown(laptop)).toBe('newer');
  expect(await laptop.db.records.get(id)).toMatchObject({ version: 2 });
});
