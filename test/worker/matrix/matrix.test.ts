import { describe, expect, test } from 'vitest';
import { ErrorAnswer, errorStatus } from '../../../shared/contract/errors.ts';
import { app } from '../../../worker/api/index.ts';
import { ask, origin } from '../worker.ts';
import { answers } from './answers.ts';
import { type Row, table } from './table.ts';
import { type Actor, actors, makeWorld, secret, type World } from './world.ts';

const named = new Set(table.map(({ route }) => route));
const served = new Set(
  app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
);

test('every route of the Worker is in the table, and every line of the table is a route', () => {
  expect([...served].filter((route) => !named.has(route))).toEqual([]);
  expect([...named].filter((route) => !served.has(route))).toEqual([]);
});

const fill = async (path: string, { params }: Row, world: World, actor: Actor): Promise<string> => {
  const values: Record<string, string> = {
    space: world.group,
    record: world.record(actor),
    invite: world.invite.id,
    code: world.invite.code,
    ...(await params?.(world, actor)),
  };
  // A parameter may be followed by what it has to look like, in braces that may hold more of them.
  return path.replace(
    /:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g,
    (_, name: string) => values[name] ?? `missing-${name}`,
  );
};

/** As a browser asks: by its cookie, and saying which page asks. */
const request = async (row: Row, world: World, actor: Actor): Promise<Response> => {
  const [method = '', path = ''] = row.route.split(' ');
  const headers = new Headers({ 'CF-Connecting-IP': crypto.randomUUID() });
  if (actor !== 'nobody') headers.set('Cookie', `__Host-chalkloop=${world.person(actor).token}`);
  const page = actor === 'foreignPage' ? 'https://evil.example' : origin;
  headers.set('Sec-Fetch-Site', page === origin ? 'same-origin' : 'cross-site');
  if (method !== 'GET') headers.set('Origin', page);
  const sent = row.sends?.(world, actor);
  for (const [name, value] of Object.entries(sent?.headers ?? {})) headers.set(name, value);
  const body = sent?.bytes ?? (sent?.body === undefined ? null : JSON.stringify(sent.body));
  return ask(await fill(path, row, world, actor), { method, headers, body });
};

const lines = table.map((row, at) => ({
  name: `${row.route}${table.findIndex(({ route }) => route === row.route) === at ? '' : ` (${at})`}`,
  row,
}));

describe.each(lines)('$name', ({ row }) => {
  test.concurrent.each(actors)('%s', async (actor) => {
    const world = await makeWorld();
    const before = await world.look();
    const answer = await request(row, world, actor);
    const content = new TextDecoder().decode(await answer.arrayBuffer());
    expect({ status: answer.status, content }).toMatchObject({ status: row.expected[actor] });
    if (answer.status < 400) {
      const promised = answers[row.route];
      if (!promised) return;
      // The schemas drop what they do not name: an answer with more would come out smaller.
      const data = JSON.parse(content);
      expect(promised.safeParse(data)).toEqual({ success: true, data });
      return;
    }
    const { error } = ErrorAnswer.parse(JSON.parse(content));
    expect(new Map<string, number>(Object.entries(errorStatus)).get(error.code)).toBe(answer.status);
    expect(content).not.toContain(secret);
    expect(await world.look()).toEqual(before);
  });
});
