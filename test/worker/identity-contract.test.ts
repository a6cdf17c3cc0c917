import { expect, test } from 'vitest';
import { CeremonyStarted, MeAnswer } from '../../shared/contract/auth.ts';
import { newId } from '../../shared/contract/ids.ts';
import { parse, parseBody } from '../../shared/contract/parse-body.ts';
import {
  ConnectCode,
  DeviceMade,
  Devices,
  InviteGreeting,
  InviteMade,
  Invites,
  RecoveryCodes,
  SpaceAnswer,
  Spaces,
} from '../../shared/contract/people.ts';
import { inviteTo, makeGroup, makeMember, makeOperator, makeStranger, rosterOf } from './people.ts';

test('everything about people and spaces is answered as the contract says, and with nothing more', async () => {
  const host = await makeOperator();
  const space = await makeGroup(host);
  const stranger = await makeStranger(host);
  const { code } = await inviteTo(host, space);
  const at = `/api/spaces/${space}`;
  const answers = [
    [MeAnswer, await host.get('/api/auth/me')],
    [MeAnswer, await host.patch('/api/auth/me', { name: 'Ada' })],
    [CeremonyStarted, await host.post('/api/auth/sign-in/options')],
    [CeremonyStarted, await host.post('/api/auth/passkeys/options')],
    [DeviceMade, await host.post('/api/auth/devices', { name: 'Extension' })],
    [Devices, await host.get('/api/auth/devices')],
    [ConnectCode, await host.post('/api/auth/connect-codes')],
    [RecoveryCodes, await host.post('/api/auth/recovery-codes')],
    [SpaceAnswer, await host.post('/api/spaces', { id: newId(), name: 'Another' })],
    [SpaceAnswer, await host.patch(at, { name: 'Thursday review' })],
    [Spaces, await host.get('/api/spaces')],
    [InviteMade, await host.post(`${at}/invites`)],
    [Invites, await host.get(`${at}/invites`)],
    [InviteGreeting, await stranger.get(`/api/invites/${code}`)],
    [SpaceAnswer, await stranger.post(`/api/invites/${code}/accept`)],
  ] as const;
  for (const [schema, { json }] of answers) {
    // The schemas drop what they do not name: an answer with more would come out smaller.
    expect(parse<unknown>(schema, json)).toEqual({ ok: true, value: json });
  }
});

test('the roster is a body that the contract takes, also once people left', async () => {
  const host = await makeOperator();
  const space = await makeGroup(host);
  const member = await makeMember(host, space);
  await member.delete(`/api/spaces/${space}/members/${member.me.id}`);
  const { body } = await rosterOf(host, space);
  expect(parseBody('roster', 'live', body)).toEqual({ ok: true, value: body });
});
