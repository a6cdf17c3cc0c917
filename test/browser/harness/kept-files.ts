import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { createClient } from '../../../shared/client/create-client.ts';

export type Digests = Record<string, string>;

/** SHA-256, made anew, of every part of a recording that the local database of a page holds, by name. */
export const digestsOnDevice = (page: Page): Promise<Digests> =>
  page.evaluate(async () => {
    const opening = indexedDB.open('chalkloop');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const asked = db.transaction('files').objectStore('files').getAll();
    const rows = await new Promise<{ name: string; blob: Blob }[]>((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
    db.close();
    const digests: Record<string, string> = {};
    for (const { name, blob } of rows) {
      if (!/\.(mp4|m4s)$/.test(name)) continue;
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
      digests[name] = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    }
    return digests;
  });

/** The newest demo as somebody of the group is served it: its address, and the SHA-256 of each file. */
export const servedDemo = async (origin: string, token: string, space: string) => {
  const client = createClient({ origin, token });
  const { records } = await client.changes(space, 0);
  const demo = records.findLast(({ kind, state }) => kind === 'demo' && state === 'live');
  if (!demo) return null;
  const { ticket } = await client.ticket(space, demo.id);
  const digests: Digests = {};
  for (const { name } of demo.files) {
    const answer = await fetch(client.fileUrl(ticket, name));
    digests[name] = createHash('sha256')
      .update(new Uint8Array(await answer.arrayBuffer()))
      .digest('hex');
  }
  return { digests, playlist: client.fileUrl(ticket, 'master.m3u8') };
};
