import { beforeAll, expect, test } from 'vitest';
import { fault } from './fault.ts';
import { makeGroup, makeMember, makeOperator, type Person, rosterOf } from './people.ts';

let host: Person;
let member: Person;
let space: string;
beforeAll(async () => {
  host = await makeOperator();
  space = await makeGroup(host);
  member = await makeMember(host, space);
});

test('demos are two minutes long until the host allows more, and every member hears of it', async () => {
  const before = await rosterOf(member, space);
  expect(before.body.demoSeconds).toBe(120);
  expect(await host.patch(`/api/spaces/${space}`, { demoSeconds: 240 })).toMatchObject({
    status: 200,
    json: { space: { name: 'Tuesday review' } },
  });
  const after = await rosterOf(member, space);
  expect(after).toMatchObject({ version: before.version + 1, body: { demoSeconds: 240 } });
});

test('setting what is set already changes nothing', async () => {
  await host.patch(`/api/spaces/${space}`, { demoSeconds: 180 });
  const before = await rosterOf(host, space);
  expect(await host.patch(`/api/spaces/${space}`, { demoSeconds: 180 })).toMatchObject({ status: 200 });
  expect(await rosterOf(host, space)).toEqual(before);
});

test('a new name leaves the length as it is, and the length the name', async () => {
  const group = await makeGroup(host);
  await host.patch(`/api/spaces/${group}`, { demoSeconds: 300 });
  await host.patch(`/api/spaces/${group}`, { name: 'Thursday review' });
  expect((await rosterOf(host, group)).body).toMatchObject({ name: 'Thursday review', demoSeconds: 300 });
  await host.patch(`/api/spaces/${group}`, { name: 'Friday review', demoSeconds: 120 });
  expect((await rosterOf(host, group)).body).toMatchObject({ name: 'Friday review', demoSeconds: 120 });
});

test.each([119, 301, 150.5, '180', null, -1])('%s is no length', async (demoSeconds) => {
  const answer = await host.patch(`/api/spaces/${space}`, { name: 'Other', demoSeconds });
  expect(answer).toMatchObject(fault('bad-request', { field: 'demoSeconds' }));
  expect((await rosterOf(host, space)).body.name).toBe('Tuesday review');
});

test('a change of nothing is refused', async () => {
  expect(await host.patch(`/api/spaces/${space}`, {})).toMatchObject(fault('bad-request', { field: 'name' }));
});
