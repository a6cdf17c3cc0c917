import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../../shared/contract/ids.ts';
import { limits } from '../../shared/contract/limits.ts';
import { app } from '../../worker/api/index.ts';
import { newSecret } from '../../worker/api/new-code.ts';
import { bytesOf, clip, demoDraft, errorOf, made, publishDemo, recordPath } from './say.ts';
import { deviceRow, memberRow, removeMember, type Seeded, seedGroup, seedPerson } from './seed.ts';
import { origin } from './worker.ts';

let ada: Seeded;
let bea: Seeded;
let group: string;
let demo: string;
const tokens = new Map<Seeded, string>();
beforeAll(async () => {
  [ada, bea] = [await seedPerson(), await seedPerson()];
  group = await seedGroup(ada, bea);
  demo = (await publishDemo(bea, group)).id;
  for (const person of [ada, bea]) {
    const token = newSecret();
    await env.DB.batch([await deviceRow(newId(), person.id, token)]);
    tokens.set(person, token);
  }
});

const wav = bytesOf(`RIFF\x24\0\0\0WAVEfmt ${'\0'.repeat(28)}`);
const answer = {
  text: ' Good morning.',
  segments: [
    { start: 0.5, end: 2, text: ' Good morning.\u202e' },
    { start: 2, end: 3, text: '   ' },
    { start: 4, end: 4, text: 'gone' },
  ],
};

/** The real Worker with a captioning service bound to it, which writes down what it is sent. */
const withService = (limited = false) => {
  const sent: { model: string; input: unknown }[] = [];
  const AI = {
    run: async (model: string, input: unknown) => {
      sent.push({ model, input });
      return answer;
    },
  };
  const bound = {
    ...env,
    AI,
    ...(limited && { CAPTIONS_LIMIT: { limit: async () => ({ success: false }) } }),
  };
  const send = (person: Seeded | null, record: string, body: Uint8Array = wav, query = '?language=es-MX') => {
    const headers = new Headers(person ? { Authorization: `Bearer ${tokens.get(person)}` } : {});
    const path = `${origin}${recordPath(group, record)}/captions-draft${query}`;
    return app.fetch(new Request(path, { method: 'POST', headers, body }), bound);
  };
  return { sent, send, bound };
};

test('the author of a demo, live or not yet, has its sound heard', async () => {
  const { sent, send } = withService();
  const draft = await made(bea, group, demoDraft());
  for (const record of [demo, draft.id]) {
    const got = await send(bea, record);
    expect([got.status, await got.json()]).toEqual([
      200,
      { cues: [{ fromSeconds: 0.5, toSeconds: 2, text: 'Good morning.' }] },
    ]);
  }
  const input = { audio: btoa(new TextDecoder('latin1').decode(wav)), language: 'es' };
  expect(sent).toEqual([
    { model: '@cf/openai/whisper-large-v3-turbo', input },
    { model: '@cf/openai/whisper-large-v3-turbo', input },
  ]);
});

test('nobody else, and nothing else, is heard', async () => {
  const { sent, send } = withService();
  expect((await send(null, demo)).status).toBe(401);
  expect((await send(ada, demo)).status).toBe(404);
  expect((await send(bea, newId())).status).toBe(404);
  const article = await made(bea, group, clip());
  expect((await send(bea, article.id)).status).toBe(404);
  expect((await send(bea, demo, wav, '')).status).toBe(400);
  expect((await send(bea, demo, bytesOf('not a sound'))).status).toBe(400);
  expect((await send(bea, demo, new Uint8Array(limits.speechBytes + 1))).status).toBe(413);
  const left = await seedPerson();
  const token = newSecret();
  await env.DB.batch([await deviceRow(newId(), left.id, token), memberRow(group, left.id, 'member')]);
  tokens.set(left, token);
  await removeMember(group, left);
  expect((await send(left, demo)).status).toBe(404);
  expect(sent).toEqual([]);
});

test('who asks too often waits', async () => {
  const { sent, send } = withService(true);
  const got = await send(bea, demo);
  expect([got.status, await errorOf(got)]).toMatchObject([429, { code: 'slow-down' }]);
  expect(sent).toEqual([]);
});

test('where no service is bound there is no such route, and the page is told so', async () => {
  const bare = await bea.send('POST', `${recordPath(group, demo)}/captions-draft?language=en`, { body: wav });
  expect(bare.status).toBe(404);
  expect(await (await bea.get('/api/hello')).json()).toMatchObject({ draftsCaptions: false });
  const { bound } = withService();
  const hello = await app.fetch(new Request(`${origin}/api/hello`), bound);
  expect(await hello.json()).toMatchObject({ draftsCaptions: true });
});
