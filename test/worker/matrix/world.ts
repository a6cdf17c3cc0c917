import { env } from 'cloudflare:workers';
import { newId } from '../../../shared/contract/ids.ts';
import { newSecret } from '../../../worker/api/new-code.ts';
import { fileKey } from '../../../worker/store/file-bytes.ts';
import { rosterOfSpace } from '../../../worker/store/roster.ts';
import { sha256Hex } from '../../../worker/store/sha256.ts';
import { insert } from '../insert.ts';
import { bytesOf, clip, entryOf } from '../say.ts';
import { deviceRow, memberRow, personRow, spaceRow } from '../seed.ts';

/**
 * Who asks. `elsewhere` is a member of the group who asks with the id of a record of their own in a group
 * that they host; `foreignPage` is another site's page in the host's browser, the cookie along.
 */
export const actors = [
  'nobody',
  'outsider',
  'member',
  'author',
  'host',
  'exMember',
  'revoked',
  'operator',
  'elsewhere',
  'foreignPage',
] as const;
export type Actor = (typeof actors)[number];

/** In every answer that shows anything of the group, and in none of those that must not. */
export const secret = 'Known to the group alone';

const personOf = (actor: Actor): Actor => (actor === 'foreignPage' ? 'host' : actor);

const recordRow = async (id: string, space: string, author: string) => {
  const lead = await entryOf('lead.jpg', bytesOf(secret));
  const segment = await entryOf('segment.m4s', bytesOf(secret));
  const { body } = clip({ body: { title: secret, lead: lead.name } });
  return [
    insert('records', {
      id,
      space,
      kind: 'clip',
      author,
      parent: null,
      seq: 1,
      version: 1,
      state: 'live',
      body: JSON.stringify(body),
      files: JSON.stringify([lead]),
      digest: '',
      created_at: 0,
      updated_at: 0,
      live_at: 0,
    }),
    insert('files', { space, record: id, ...lead, state: 'present', put_at: 0 }),
    insert('files', { space, record: id, ...segment, state: 'present', put_at: 0 }),
    env.DB.prepare('UPDATE spaces SET seq = 1 WHERE id = ?').bind(space),
  ];
};

/** A group with everyone in and around it, one record with one file, and an open invite; new for every question. */
export const makeWorld = async () => {
  const people = Object.fromEntries(
    actors.map((actor) => [actor, { id: newId(), device: newId(), token: newSecret() }]),
  ) as Record<Actor, { id: string; device: string; token: string }>;
  const [group, otherGroup, record, otherRecord] = [newId(), newId(), newId(), newId()];
  const invite = { id: newId(), code: newSecret() };
  const now = Date.now();
  const inGroup: Actor[] = ['member', 'author', 'revoked', 'elsewhere'];
  await env.DB.batch([
    ...actors.map((actor) => personRow(people[actor].id, newId(), actor === 'operator' ? 1 : 0)),
    ...(await Promise.all(
      actors.map((actor) =>
        deviceRow(
          people[actor].device,
          people[actor].id,
          people[actor].token,
          actor === 'revoked' ? now : null,
        ),
      ),
    )),
    spaceRow(group, 'group', secret),
    spaceRow(otherGroup, 'group', 'Other group'),
    memberRow(group, people.host.id, 'host'),
    ...inGroup.map((actor) => memberRow(group, people[actor].id, 'member')),
    memberRow(group, people.exMember.id, 'member', now),
    memberRow(otherGroup, people.elsewhere.id, 'host'),
    memberRow(otherGroup, people.operator.id, 'host'),
    ...(await recordRow(record, group, people.author.id)),
    ...(await recordRow(otherRecord, otherGroup, people.elsewhere.id)),
    insert('invites', {
      code_hash: await sha256Hex(invite.code),
      id: invite.id,
      space: group,
      made_by: people.host.id,
      uses_left: 5,
      created_at: now,
      expires_at: now + 86_400_000,
    }),
    ...rosterOfSpace(env.DB, group, now),
  ]);
  return {
    group,
    invite,
    person: (actor: Actor) => people[personOf(actor)],
    record: (actor: Actor) => (actor === 'elsewhere' ? otherRecord : record),
    /** R2 is slow to ask, and two routes alone serve from it. */
    keepBytes: (name: string) => env.FILES.put(fileKey({ space: group, record, name }), secret),
    /** Everything of the group that a request could have changed. */
    look: async () =>
      (
        await env.DB.batch(
          [
            'spaces WHERE id = ?',
            'members WHERE space = ?',
            'invites WHERE space = ?',
            'records WHERE space = ?',
            'files WHERE space = ?',
          ].map((rows) => env.DB.prepare(`SELECT * FROM ${rows}`).bind(group)),
        )
      ).map(({ results }) => results),
  };
};
export type World = Awaited<ReturnType<typeof makeWorld>>;
