import type { Send } from '../../../shared/client/session.ts';
import { type ErrorCode, errorStatus } from '../../../shared/contract/errors.ts';
import { newId } from '../../../shared/contract/ids.ts';
import { isKind, parseBody } from '../../../shared/contract/parse-body.ts';
import type { Me } from '../../../shared/contract/people.ts';
import { RecordPut, type StoredRecord } from '../../../shared/contract/records.ts';
import { sha256 } from '../../../shared/local/sha256.ts';
import { referredFiles } from '../../../shared/rules/referred-files.ts';

type Kept = StoredRecord & { said: string; wasLive: boolean };
type Space = { id: string; type: 'own' | 'group'; name: string; seq: number; members: Set<string> };

class Refused extends Error {
  readonly code: ErrorCode;
  readonly detail: object;
  constructor(code: ErrorCode, detail: object = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/**
 * What the Worker promises, in memory: one write route with If-Match, repeats known by what they say, files by
 * digest, tombstones, a counter a space. Faithful where the outbox and sync can tell; the real one is held to
 * the same play in `test/worker`.
 */
export const createFakeWorker = () => {
  const spaces = new Map<string, Space>();
  const records = new Map<string, Kept>();
  const files = new Map<string, string>();
  const requests: string[] = [];

  const addSpace = (type: 'own' | 'group', name: string, ...members: Me[]): string => {
    const id = newId();
    spaces.set(id, { id, type, name, seq: 0, members: new Set(members.map((member) => member.id)) });
    return id;
  };
  const addPerson = (name: string): Me => {
    const me: Me = { id: newId(), name, operator: false, device: newId(), ownSpace: '' };
    me.ownSpace = addSpace('own', name, me);
    return me;
  };
  const shown = ({ said: _said, wasLive: _wasLive, ...record }: Kept): StoredRecord =>
    structuredClone(record);
  const sees = (me: Me, record: Kept) => record.wasLive || record.author === me.id;
  const write = (space: Space, record: Kept): StoredRecord => {
    space.seq += 1;
    const written = { ...record, seq: space.seq, version: record.version + 1, updatedAt: Date.now() };
    written.wasLive ||= written.state === 'live';
    records.set(record.id, written);
    return shown(written);
  };

  const put = (me: Me, space: Space, id: string, version: number, sent: unknown): StoredRecord => {
    const { kind, parent, state, body, files: manifest } = RecordPut.parse(sent);
    if (!isKind(kind)) throw new Refused('unknown-kind');
    const parsed = parseBody(kind, state, body);
    if (!parsed.ok) throw new Refused('bad-request', parsed.refusal);
    const names = manifest.map(({ name }) => name).sort();
    if (state === 'live' && String(names) !== String(referredFiles(kind, body).sort())) {
      throw new Refused('bad-request', { field: 'files' });
    }
    const said = JSON.stringify([kind, parent, state, body, manifest]);
    const there = records.get(id);
    if (there) {
      if (there.author !== me.id || there.space !== space.id || there.state === 'gone')
        throw new Refused('not-found');
      if (there.version === version + 1 && there.said === said) return shown(there);
      if (there.version !== version) throw new Refused('stale', { current: shown(there) });
      if (there.state === 'live' && state === 'draft') throw new Refused('not-live');
    } else if (version !== 0) throw new Refused('not-found');
    if (parent && records.get(parent)?.state !== 'live') throw new Refused('not-found', { field: 'parent' });
    const missing = manifest.filter(({ name, sha256: digest }) => files.get(`${id}/${name}`) !== digest);
    if (state === 'live' && missing.length) {
      throw new Refused('files-missing', { names: missing.map(({ name }) => name) });
    }
    const base = there ?? {
      createdAt: Date.now(),
      seq: 0,
      version: 0,
      updatedAt: 0,
      wasLive: false,
      author: me.id,
    };
    return write(space, { ...base, id, space: space.id, kind, parent, state, body, files: manifest, said });
  };

  const remove = (me: Me, space: Space, id: string): StoredRecord => {
    const there = records.get(id);
    if (!there || there.space !== space.id || !sees(me, there)) throw new Refused('not-found');
    if (there.author !== me.id) throw new Refused('not-allowed');
    if (there.state === 'gone') return shown(there);
    const family = [
      there,
      ...[...records.values()].filter(({ parent, state }) => parent === id && state !== 'gone'),
    ];
    const [gone] = family.map((one) =>
      write(space, { ...one, state: 'gone', body: null, files: [], said: '' }),
    );
    return gone ?? shown(there);
  };

  const putFile = async (me: Me, id: string, name: string, init: Parameters<Send>[1]) => {
    const there = records.get(id);
    if (!there || there.author !== me.id || there.state === 'gone') throw new Refused('not-found');
    const bytes = new Blob([init.body ?? '']);
    const digest = await sha256(bytes);
    const promised = atob(init.headers['repr-digest']?.slice(9, -1) ?? '');
    const hex = Array.from(promised, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
    if (hex !== digest) throw new Refused('digest-mismatch');
    const before = files.get(`${id}/${name}`);
    if (before && before !== digest) throw new Refused('other-bytes');
    files.set(`${id}/${name}`, digest);
    return { name, bytes: bytes.size, sha256: digest };
  };

  const changes = (me: Me, space: Space, after: number, limit: number) => {
    const newer = [...records.values()].filter((one) => one.space === space.id && one.seq > after);
    newer.sort((a, b) => a.seq - b.seq);
    const page = newer.slice(0, limit);
    const visible = page.filter((one) => sees(me, one)).map(shown);
    return { records: visible, until: page.at(-1)?.seq ?? after, more: newer.length > limit };
  };

  const answer = async (me: Me, address: string, init: Parameters<Send>[1]): Promise<unknown> => {
    const { pathname, searchParams } = new URL(address, 'https://chalkloop.test');
    if (pathname === '/api/auth/me') return { me };
    if (pathname === '/api/spaces') {
      const mine = [...spaces.values()].filter(({ members }) => members.has(me.id));
      return { spaces: mine.map(({ members: _members, ...space }) => ({ ...space, role: 'member' })) };
    }
    const [, , , spaceId = '', what, id = '', , name] = pathname.split('/');
    const space = spaces.get(spaceId);
    if (!space?.members.has(me.id)) throw new Refused('not-found');
    if (what === 'changes') return changes(me, space, Number(searchParams.get('after')), worker.pageSize);
    if (name) return putFile(me, id, name, init);
    if (init.method === 'DELETE') return remove(me, space, id);
    const version = Number(init.headers['if-match']?.slice(1, -1));
    return put(me, space, id, version, JSON.parse(String(init.body)));
  };

  const worker = {
    /** Small, so that pages matter. */
    pageSize: 3,
    /** `METHOD path` of each request that arrived. */
    requests,
    spaces,
    records,
    files,
    addPerson,
    addGroup: (name: string, ...members: Me[]) => addSpace('group', name, ...members),
    /** Asks as this person's device. */
    sendAs:
      (me: Me): Send =>
      async (address, init) => {
        init.signal.throwIfAborted();
        requests.push(`${init.method} ${address}`);
        try {
          return Response.json(await answer(me, address, init));
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          const { code, detail } = error;
          return Response.json({ error: { code, ...detail } }, { status: errorStatus[code] });
        }
      },
  };
  return worker;
};
