import { createHash } from 'node:crypto';
import { newId } from '../../../shared/contract/ids.ts';
import type { Kind } from '../../../shared/contract/kinds/index.ts';
import type { BodyOf } from '../../../shared/contract/parse-body.ts';
import type { Me, SpaceSummary } from '../../../shared/contract/people.ts';
import type { StoredRecord } from '../../../shared/contract/records.ts';

type Put<K extends Kind> = {
  kind: K;
  body: BodyOf<K>;
  author?: string;
  parent?: string;
  files?: Record<string, Uint8Array | string>;
};

/** A group's records and files, as a Worker would answer them; nothing in it is checked. */
export const makeLibrary = (names: { me: string; other: string; group: string }) => {
  const space = newId();
  const me: Me = { id: newId(), name: names.me, operator: false, device: newId(), ownSpace: newId() };
  const other = newId();
  const records: StoredRecord[] = [];
  const bytes = new Map<string, Uint8Array>();

  const put = <K extends Kind>({ kind, body, author = other, parent, files = {} }: Put<K>, id = newId()) => {
    const manifest = Object.entries(files).map(([name, content]) => {
      const file = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      bytes.set(`${id}/${name}`, file);
      return { name, bytes: file.byteLength, sha256: createHash('sha256').update(file).digest('hex') };
    });
    const seq = records.length + 1;
    const at = Date.now() - 3_600_000 + seq * 1_000;
    const envelope = { id, space, author, parent: parent ?? null, seq, version: 1, state: 'live' as const };
    records.push({ ...envelope, kind, body, files: manifest, createdAt: at, updatedAt: at });
    return id;
  };
  put(
    {
      kind: 'roster',
      body: {
        name: names.group,
        people: [
          { id: me.id, name: names.me, role: 'host', left: false },
          { id: other, name: names.other, role: 'member', left: false },
        ],
      },
    },
    space,
  );
  const spaces = (): SpaceSummary[] => [
    { id: me.ownSpace, type: 'own', name: names.me, role: 'host', seq: 0 },
    { id: space, type: 'group', name: names.group, role: 'host', seq: records.length },
  ];
  return { space, me, other, records, bytes, put, spaces };
};

export type Library = ReturnType<typeof makeLibrary>;
