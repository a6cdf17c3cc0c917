import { expect, test } from 'vitest';
import { inviteTo, makeGroup, makeMember, makeOperator, rosterOf } from './people.ts';

test('the first teacher sets up, makes a group, and a second one joins it', async () => {
  const first = await makeOperator('Ada');
  expect((await first.get('/api/auth/me')).json.me).toMatchObject({ name: 'Ada', operator: true });

  const space = await makeGroup(first, 'Tuesday review');
  const second = await makeMember(first, space, 'Bea');
  expect(second.me).toMatchObject({ name: 'Bea', operator: false });

  const { json } = await second.get('/api/spaces');
  expect(json.spaces).toEqual([
    expect.objectContaining({ id: second.me.ownSpace, type: 'own', name: 'Bea', role: 'host' }),
    expect.objectContaining({ id: space, type: 'group', name: 'Tuesday review', role: 'member' }),
  ]);
  expect((await rosterOf(first, space)).body).toEqual({
    name: 'Tuesday review',
    demoSeconds: 120,
    people: [
      { id: first.me.id, name: 'Ada', role: 'host', left: false },
      { id: second.me.id, name: 'Bea', role: 'member', left: false },
    ],
  });

  const { code } = await inviteTo(first, space);
  expect((await second.get(`/api/invites/${code}`)).json).toEqual({
    space,
    name: 'Tuesday review',
    host: 'Ada',
    member: true,
  });
});
