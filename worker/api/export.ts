import type { StoredRecord } from '../../shared/contract/records.ts';
import { readChanges } from '../store/changes.ts';
import { newApp } from './app.ts';
import { Fault } from './fault.ts';
import { pathId } from './path-id.ts';
import { type Pass, ticketSeal } from './sealed-ticket.ts';
import { signedIn } from './session.ts';
import { ticketEnd } from './tickets.ts';

const pageLength = 1_000;

type Line = { record: StoredRecord } | { file: object };

/** A record and then its files, each with the path that fetches it while the ticket lasts. */
const linesOf = async (record: StoredRecord, sealed: () => Promise<string>): Promise<Line[]> => {
  if (record.state === 'gone') return [];
  if (record.files.length === 0) return [{ record }];
  const ticket = await sealed();
  const files = record.files.map((file) => ({
    file: { record: record.id, ...file, path: `/files/${ticket}/${file.name}` },
  }));
  return [{ record }, ...files];
};

/** Everything that one may see in a space, a JSON value a line, read page by page as it is sent. */
export const exports = newApp().get('/spaces/:space/export', async (c) => {
  const { person, device } = signedIn(c);
  const space = pathId(c, 'space');
  const readPage = (after: number) => readChanges(c.env.DB, { space, person, after, limit: pageLength });
  const first = await readPage(0);
  if (!first) throw new Fault('not-found');
  const { seal } = await ticketSeal(c.env.TICKET_KEY);
  const pass: Omit<Pass, 'record'> = { space, person, device, expiresAt: ticketEnd(Date.now()) };

  const encoder = new TextEncoder();
  let page: typeof first | null = first;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!page) return controller.close();
      const { records, until, more } = page;
      const lines = await Promise.all(
        records.map((record) => linesOf(record, () => seal({ ...pass, record: record.id }))),
      );
      const text = lines
        .flat()
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('');
      // Asked for again at every page: whoever is removed meanwhile gets no more of it.
      page = more ? await readPage(until) : null;
      controller.enqueue(encoder.encode(text));
    },
  });
  return c.body(body, 200, {
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Content-Disposition': `attachment; filename="chalkloop-${space}.ndjson"`,
  });
});
