import { env } from 'cloudflare:workers';
import { newId } from '../../../shared/contract/ids.ts';
import { ticketSeal } from '../../../worker/api/sealed-ticket.ts';
import { bytesOf, clip, comment } from '../say.ts';
import type { Actor, World } from './world.ts';

export type Expected = Readonly<Record<Actor, number>>;
type Sent = { body?: unknown; bytes?: Uint8Array; headers?: Record<string, string> };
/** `params` fills the path where the world's own ids do not. */
export type Row = {
  route: string;
  expected: Expected;
  sends?: (world: World, actor: Actor) => Sent;
  params?: (world: World, actor: Actor) => Promise<Record<string, string>>;
};

type InGroup = Pick<Expected, 'member' | 'author' | 'host'> & Partial<Expected>;

/** Answered alike to everyone; but a foreign page is turned away from whatever changes something. */
const open = (status: number, foreignPage = status): Expected => ({
  nobody: status,
  outsider: status,
  member: status,
  author: status,
  host: status,
  exMember: status,
  revoked: status,
  operator: status,
  elsewhere: status,
  foreignPage,
});
const reading = 401;
const changing = 403;

/** About oneself: whoever is signed in. */
const own = (status: number, foreignPage: typeof reading | typeof changing): Expected => ({
  ...open(status, foreignPage),
  nobody: 401,
  revoked: 401,
});

/** Of a group: its people as said, everyone else learns nothing; the operator is everyone else. */
const ofGroup = (inside: InGroup, foreignPage: typeof reading | typeof changing): Expected => ({
  ...open(404, foreignPage),
  nobody: 401,
  revoked: 401,
  elsewhere: inside.member,
  ...inside,
});
/** Of one record: there is none by that id in this group. */
const ofRecord = (inside: InGroup, foreignPage: typeof reading | typeof changing) =>
  ofGroup({ elsewhere: 404, ...inside }, foreignPage);
const all = (status: number): InGroup => ({ member: status, author: status, host: status });
const hostAlone = (status: number): InGroup => ({ member: 403, author: 403, host: status });
const authorAlone = (status: number, others: number): InGroup => ({
  member: others,
  author: status,
  host: others,
});

const ceremony = { ceremony: 'A'.repeat(43), response: { id: 'x' }, device: { name: 'Chromium' } };
const { device: _, ...ceremonyAnswer } = ceremony;
const body = (value: unknown) => () => ({ body: value });
const change = (version: number, value: unknown) => () => ({
  body: value,
  headers: { 'If-Match': `"${version}"` },
});
const newRecord = async () => ({ record: newId() });
const picture = {
  bytes: bytesOf('x'),
  headers: { 'Content-Length': '1', 'Repr-Digest': 'sha-256=:LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=:' },
};

const signIn: Row[] = [
  {
    route: 'POST /api/auth/register/options',
    expected: open(410, changing),
    sends: body({ codeKind: 'invite', code: 'x', name: 'Ada' }),
  },
  { route: 'POST /api/auth/register/verify', expected: open(422, changing), sends: body(ceremony) },
  { route: 'POST /api/auth/sign-in/options', expected: open(200, changing), sends: body({}) },
  { route: 'POST /api/auth/sign-in/verify', expected: open(422, changing), sends: body(ceremony) },
  {
    route: 'POST /api/auth/connect',
    expected: open(410, changing),
    sends: body({ code: 'ABCD-EFGH', name: 'Chromium' }),
  },
];

const ownThings: Row[] = [
  { route: 'POST /api/auth/sign-out', expected: own(200, changing), sends: body({ everywhere: true }) },
  { route: 'GET /api/auth/me', expected: own(200, reading) },
  { route: 'PATCH /api/auth/me', expected: own(200, changing), sends: body({ name: 'Ada B.' }) },
  { route: 'POST /api/auth/passkeys/options', expected: own(200, changing), sends: body({}) },
  { route: 'POST /api/auth/passkeys/verify', expected: own(422, changing), sends: body(ceremonyAnswer) },
  { route: 'GET /api/auth/devices', expected: own(200, reading) },
  { route: 'POST /api/auth/devices', expected: own(201, changing), sends: body({ name: 'Chromium' }) },
  {
    route: 'DELETE /api/auth/devices/:device',
    expected: { ...own(404, changing), member: 200 },
    params: async (world) => ({ device: world.person('member').device }),
  },
  { route: 'POST /api/auth/connect-codes', expected: own(201, changing), sends: body({}) },
  { route: 'POST /api/auth/recovery-codes', expected: own(201, changing), sends: body({}) },
  { route: 'GET /api/spaces', expected: own(200, reading) },
  {
    route: 'POST /api/spaces',
    expected: own(201, changing),
    sends: () => ({ body: { id: newId(), name: 'New' } }),
  },
];

const ofSpace: Row[] = [
  {
    route: 'PATCH /api/spaces/:space',
    expected: ofGroup(hostAlone(200), changing),
    sends: body({ name: 'Mine' }),
  },
  {
    route: 'PATCH /api/spaces/:space',
    expected: ofGroup(hostAlone(200), changing),
    sends: body({ demoSeconds: 300 }),
  },
  { route: 'DELETE /api/spaces/:space', expected: ofGroup(hostAlone(200), changing) },
  {
    route: 'PATCH /api/spaces/:space/members/:person',
    expected: ofGroup(hostAlone(200), changing),
    sends: body({ role: 'host' }),
    params: async (world) => ({ person: world.person('author').id }),
  },
  {
    route: 'DELETE /api/spaces/:space/members/:person',
    expected: ofGroup({ ...hostAlone(200), author: 200 }, changing),
    params: async (world) => ({ person: world.person('author').id }),
  },
  { route: 'GET /api/spaces/:space/invites', expected: ofGroup(hostAlone(200), reading) },
  { route: 'POST /api/spaces/:space/invites', expected: ofGroup(hostAlone(201), changing), sends: body({}) },
  { route: 'DELETE /api/spaces/:space/invites/:invite', expected: ofGroup(hostAlone(200), changing) },
  // Whoever holds a code was given it by the host, whoever they are.
  { route: 'GET /api/invites/:code', expected: open(200) },
  { route: 'POST /api/invites/:code/accept', expected: own(200, changing), sends: body({}) },
];

const ofRecords: Row[] = [
  { route: 'GET /api/spaces/:space/changes', expected: ofGroup(all(200), reading) },
  { route: 'GET /api/spaces/:space/export', expected: ofGroup(all(200), reading) },
  {
    route: 'PUT /api/spaces/:space/records/:record',
    expected: ofRecord(authorAlone(200, 404), changing),
    sends: change(1, clip()),
  },
  {
    route: 'PUT /api/spaces/:space/records/:record',
    expected: ofGroup(all(201), changing),
    sends: change(0, clip()),
    params: newRecord,
  },
  {
    route: 'PUT /api/spaces/:space/records/:record',
    expected: ofRecord(all(201), changing),
    sends: (world, actor) => change(0, comment(world.record(actor)))(),
    params: newRecord,
  },
  { route: 'DELETE /api/spaces/:space/records/:record', expected: ofRecord(authorAlone(200, 404), changing) },
  {
    route: 'PUT /api/spaces/:space/records/:record/files/:name',
    expected: ofRecord(authorAlone(201, 404), changing),
    sends: () => picture,
    params: async () => ({ name: 'other.jpg' }),
  },
  { route: 'POST /api/spaces/:space/records/:record/ticket', expected: ofRecord(all(200), changing) },
  // No captioning service is bound here; whom it serves where one is, `captions-draft.test.ts` asks.
  { route: 'POST /api/spaces/:space/records/:record/captions-draft', expected: ofRecord(all(404), changing) },
];

/** A ticket says who bears it: even one that the Worker itself had signed opens nothing for these others. */
const ofTicket = (route: string, name: string): Row => ({
  route,
  expected: { ...open(404), ...all(200), foreignPage: 200 },
  params: async (world, actor) => {
    await world.keepBytes(name);
    const { id: person, device } = world.person(actor);
    const { seal } = await ticketSeal(env.TICKET_KEY);
    const pass = {
      space: world.group,
      record: world.record(actor),
      person,
      device,
      expiresAt: Date.now() + 60_000,
    };
    return { ticket: await seal(pass), shift: '90000', name };
  },
});

/** Every route × every actor → the status it answers. */
export const table: Row[] = [
  { route: 'GET /api/hello', expected: open(200) },
  ...signIn,
  ...ownThings,
  ...ofSpace,
  ...ofRecords,
  ofTicket('GET /files/:ticket/:name', 'lead.jpg'),
  ofTicket(`GET /files/:ticket/:shift{-?[1-9][0-9]{0,11}}/:name{[a-z0-9-]+\\.m4s}`, 'segment.m4s'),
];
