import { expect, test } from 'vitest';
import { parseBody } from '../../shared/contract/parse-body.ts';
import { makeGroup, makeMember, makeOperator, rosterOf } from './people.ts';

test('the roster is a body that the contract takes, also once people left', async () => {
  const host = await makeOperator();
  const space = await makeGroup(host);
  const member = await makeMember(host, space);
  await member.delete(`/api/spaces/${space}/members/${member.me.id}`);
  const { body } = await rosterOf(host, space);
  expect(parseBody('roster', 'live', body)).toEqual({ ok: true, value: body });
});
