import { limits } from '../../shared/contract/limits.ts';
import type { Changes, StoredRecord } from '../../shared/contract/records.ts';
import { readChanges } from '../store/changes.ts';
import { newApp } from './app.ts';
import { Fault } from './fault.ts';
import { pathId } from './path-id.ts';
import { type Pass, ticketSeal } from './sealed-ticket.ts';
import { signedIn } from './session.ts';
import { ticketEnd } from './tickets.ts';

type Seal = (record: string) => Promise<string>;
type Line = { record: StoredRecord } | { file: object };

/** A record and then its files, each with the path that fetches it while the ticket lasts. */
const linesOf = async (record: StoredRecord, seal: Seal): Promise<Line[]> => {
  if (record.files.length === 0) return [{ record }];
  const ticket = await seal(record.id);
  const files = record.files.map((file) => ({
    file: { record: record.id, ...file, path: `/files/${ticket}/${file.name}` },
  }));
  return [{ record }, ...files];
};

/** Page by page; each is asked for anew, so that whoever is removed meanwhile gets no more of it. */
async function* recordsFrom(first: Changes, readPage: (after: number) => Promise<Changes | null>) {
  for (let page: Changes | null = first; page; page = page.more ? await readPage(page.until) : null) {
    yield* page.records.filter((record) => record.state !== 'gone');
  }
}

/** Everything that one may see in a space, a JSON value a line, read as it is sent. */
export const exports = newApp().get('/spaces/:space/export', async (c) => {
  const { person, device } = signedIn(c);
  const space = pathId(c, 'space');
  const asked = { space, person, limit: limits.changesPerPage };
  const readPage = (after: number) => readChanges(c.env.DB, { ...asked, after });
  const first = await readPage(0);
  if (!first) throw new Fault('not-found');
  const { seal } = await ticketSeal(c.env.TICKET_KEY);
  const pass: Omit<Pass, 'record'> = { space, person, device, expiresAt: ticketEnd(Date.now()) };

  const sealed: Seal = (record) => seal({ ...pass, record });
  const records = recordsFrom(first, readPage);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    // A record at a time: with a path for each file, its lines are many times longer than it is.
    async pull(controller) {
      const { value, done } = await records.next();
      if (done) return controller.close();
      const lines = await linesOf(value, sealed);
      controller.enqueue(encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
    },
  });
  return c.body(body, 200, {
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Content-Disposition': `attachment; filename="chalkloop-${space}.ndjson"`,
  });
});
