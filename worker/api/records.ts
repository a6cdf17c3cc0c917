import type { Context } from 'hono';
import { isKind, type Kind, kinds } from '../../shared/contract/kinds/index.ts';
import { limits } from '../../shared/contract/limits.ts';
import { parseBody } from '../../shared/contract/parse-body.ts';
import { RecordPut } from '../../shared/contract/records.ts';
import { referredFiles } from '../../shared/rules/referred-files.ts';
import { deleteRecord } from '../store/delete-record.ts';
import type { PutOutcome } from '../store/put-outcome.ts';
import { putRecord } from '../store/put-record.ts';
import { type AppEnv, newApp } from './app.ts';
import { Fault } from './fault.ts';
import { pathId } from './path-id.ts';
import { readJson } from './read-json.ts';
import { signedIn } from './session.ts';

/** `If-Match: "3"` says which version is changed, `"0"` that there is none yet. */
const matchedVersion = (c: Context<AppEnv>): number => {
  const version = c.req.header('If-Match')?.match(/^"(\d{1,9})"$/)?.[1];
  if (version === undefined) throw new Fault('bad-request', { field: 'If-Match', reason: 'missing' });
  return Number(version);
};

/** The put with its body as its kind has it, and nothing in it that points beside its manifest. */
const parsedPut = (put: RecordPut): RecordPut & { kind: Kind } => {
  const { kind, state, parent, files } = put;
  if (!isKind(kind)) throw new Fault('unknown-kind', { field: 'kind' });
  const body = parseBody(kind, state, put.body);
  if (!body.ok) throw new Fault('bad-request', body.refusal);
  if ((parent !== null) !== (kinds[kind].parent === 'required')) {
    throw new Fault('bad-request', { field: 'parent', reason: kinds[kind].parent });
  }
  if (state === 'live') {
    const referred = referredFiles(kind, body.value);
    const listed = files.map((file) => file.name);
    const names = [
      ...referred.filter((name) => !listed.includes(name)),
      ...listed.filter((name) => !referred.includes(name)),
    ];
    if (names.length > 0)
      throw new Fault('bad-request', { field: 'files', reason: 'not-as-referred', names });
  }
  return { ...put, kind, body: body.value };
};

const faultOf = (outcome: Exclude<PutOutcome, { is: 'written' }>): Fault => {
  switch (outcome.is) {
    case 'stale':
      return new Fault('stale', { current: outcome.current });
    case 'fixed':
      return new Fault('bad-request', { field: outcome.field, reason: 'fixed' });
    case 'files-missing':
      return new Fault('files-missing', { names: outcome.names });
    case 'no-parent':
      return new Fault('not-found', { field: 'parent' });
    default:
      return new Fault(outcome.is);
  }
};

export const records = newApp()
  .put('/spaces/:space/records/:record', async (c) => {
    const { person } = signedIn(c);
    const [space, id] = [pathId(c, 'space'), pathId(c, 'record')];
    const version = matchedVersion(c);
    const put = parsedPut(await readJson(c, RecordPut, limits.recordBytes));
    const outcome = await putRecord(c.env.DB, { ...put, id, space, person, version }, Date.now());
    if (outcome.is !== 'written') throw faultOf(outcome);
    c.header('ETag', `"${outcome.record.version}"`);
    return c.json(outcome.record, version === 0 ? 201 : 200);
  })
  .delete('/spaces/:space/records/:record', async (c) => {
    const { person } = signedIn(c);
    const asked = { space: pathId(c, 'space'), id: pathId(c, 'record'), person };
    const gone = await deleteRecord(c.env.DB, asked, Date.now());
    if (gone === null) throw new Fault('not-found');
    c.header('ETag', `"${gone.version}"`);
    return c.json(gone);
  });
