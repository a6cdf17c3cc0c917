import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import { fault } from './fault.ts';
import { inviteTo, makeGroup, makeMember, makeOperator, type Person, rosterOf } from './people.ts';
import { openBrowser } from './visitor.ts';

let host: Person;
let space: string;
beforeAll(async () => {
  host = await makeOperator();
  space = await makeGroup(host);
});

const refused: [string, unknown, string?][] = [
  ['nothing', ''],
  ['only spaces', '   '],
  ['only characters that cannot be seen', '\u200B\u2060\u00AD'],
  ['10,000 characters', 'x'.repeat(10_000)],
  ['one character too many', 'é'.repeat(61)],
  ['an override of the reading direction', 'Ana \u202Eanele', 'hidden-characters'],
  ['an isolate', 'Ana \u2066x', 'hidden-characters'],
  ['a control character', 'Ana\u0007', 'hidden-characters'],
  ['half an emoji', 'Ana \uD83D', 'hidden-characters'],
  ['two lines', 'Ana\nBo', 'one-line'],
  ['a number', 7],
  ['a list', ['Ana']],
  ['null', null],
];

const kept: [string, string][] = [
  ['markup, as the text that it is', '<img src=x onerror="alert(1)"> & <b>Ana</b>'],
  ['emoji', '👩🏽‍🏫 Ana 🙂'],
  ['sixty emoji', '🙂'.repeat(60)],
  ['right-to-left writing with its marks', 'ענת \u200Fכהן'],
  ['quotes that SQL would mind', `Ana'); DROP TABLE people; --`],
];

/** Every place where a name comes in: what it answers to this name, and as whose name it shows then. */
const places: [string, (name: unknown) => Promise<{ status: number; json: unknown }>][] = [
  [
    'registering',
    async (name) => {
      const { code } = await inviteTo(host, space);
      return openBrowser().post('/api/auth/register/options', { codeKind: 'invite', code, name });
    },
  ],
  ['renaming oneself', async (name) => host.patch('/api/auth/me', { name })],
  ['making a group', (name) => host.post('/api/spaces', { id: newId(), name })],
  ['renaming a group', (name) => host.patch(`/api/spaces/${space}`, { name })],
  ['naming a device', (name) => host.post('/api/auth/devices', { name })],
];

describe.each(places)('%s', (_, say) => {
  test.each(refused)('refuses %s, and says of which field', async (_what, name, reason) => {
    const detail = { field: 'name', ...(reason === undefined ? {} : { reason }) };
    expect(await say(name)).toMatchObject(fault('bad-request', detail));
  });

  test.each(kept)('takes %s', async (_what, name) => {
    expect([200, 201]).toContain((await say(name)).status);
  });

  test('refuses a body that is none', async () => {
    expect(await say(undefined)).toMatchObject(fault('bad-request', { field: 'name' }));
  });
});

test('a name comes back exactly as it was given, wherever it shows', async () => {
  const group = await makeGroup(host, kept[0]?.[1]);
  const [, name] = kept[4] ?? [];
  const member = await makeMember(host, group, name);
  expect(member.me.name).toBe(name);
  const { body } = await rosterOf(host, group);
  expect(body.name).toBe(kept[0]?.[1]);
  expect(body.people.at(-1).name).toBe(name);
});

test.each([
  ['not JSON', '{"name":', { reason: 'not-json' }],
  ['a list', '[]', {}],
  ['more than was asked for', '{"name":"Ana","operator":true}', { field: 'operator' }],
])('a body that is %s is refused', async (_, body, detail) => {
  expect(await host.patch('/api/auth/me', body)).toMatchObject(fault('bad-request', detail));
});

test('a body that is too large is refused unread', async () => {
  expect(await host.patch('/api/auth/me', { name: 'x'.repeat(1_000_000) })).toMatchObject(fault('too-large'));
});
