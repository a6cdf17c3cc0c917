import type { Id } from '../../contract/ids.ts';
import { addFile } from '../../local/add-file.ts';
import type { LocalDb, LocalFile } from '../../local/db.ts';
import type { Chunks } from '../../recording/bring/start-file-take.ts';

/**
 * Pieces of what a browser's own recorder wrote, in whatever container it writes: held files of their record,
 * so that they go wherever it goes, and are never sent.
 */
const nameOf = (take: number, count: number): string =>
  `t${take}-chunk-${String(count).padStart(4, '0')}.m4s`;
const isChunk = /^t\d+-chunk-\d{4}\.m4s$/;

const chunksOf = async (db: LocalDb, record: Id): Promise<LocalFile[]> =>
  db.files
    .where('[record+name]')
    .between([record, ''], [record, '\uffff'])
    .filter(({ name }) => isChunk.test(name))
    .sortBy('name');

/** For the take of that number, while it is recorded. */
export const createChunks = (db: LocalDb, space: Id, record: Id, take: number): Chunks => {
  let count = 0;
  return {
    keep: async (blob) => {
      count += 1;
      await addFile(db, { space, record, name: nameOf(take, count), blob, held: true });
    },
    read: async () => {
      const all = await chunksOf(db, record);
      return new Blob(all.filter(({ name }) => name.startsWith(`t${take}-`)).map(({ blob }) => blob));
    },
    drop: () => dropChunks(db, record),
  };
};

/** What a crash left before it was a take: null where nothing is. */
export const findChunks = async (db: LocalDb, record: Id): Promise<Blob | null> => {
  const [first, ...others] = await chunksOf(db, record);
  if (!first) return null;
  const take = first.name.slice(0, first.name.indexOf('-') + 1);
  return new Blob([first, ...others].filter(({ name }) => name.startsWith(take)).map(({ blob }) => blob));
};

/** They are a take now. */
export const dropChunks = async (db: LocalDb, record: Id): Promise<void> => {
  const all = await chunksOf(db, record);
  await db.files.bulkDelete(all.map(({ name }) => [record, name]));
};
