import { expect, test } from 'vitest';
import type { StoredRecord } from '../../shared/contract/records.ts';
import { clip, comment, demoDraft, demoFiles, made, publishDemo, remove, textOf } from './say.ts';
import { seedClips, seedGroup, seedPerson } from './seed.ts';
import { ask } from './worker.ts';

type Line = { record?: StoredRecord; file?: { record: string; name: string; path: string } };

const exported = async (answer: Response): Promise<Line[]> =>
  (await textOf(answer))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('an export is everything that one may see, with paths that fetch its files', async () => {
  const [ada, bea] = [await seedPerson(), await seedPerson()];
  const group = await seedGroup(ada, bea);
  const read = await made(ada, group, clip());
  const said = await made(bea, group, comment(read.id));
  const shown = await publishDemo(bea, group);
  const mine = await made(ada, group, demoDraft());
  await made(bea, group, demoDraft());
  await remove(ada, group, (await made(ada, group, clip())).id);

  const answer = await ada.get(`/api/spaces/${group}/export`);
  expect(answer.headers.get('Content-Type')).toContain('application/x-ndjson');
  const lines = await exported(answer);
  expect(lines.flatMap(({ record }) => record ?? [])).toEqual([read, said, shown, mine]);
  const files = lines.flatMap(({ file }) => file ?? []);
  expect(files.map(({ record, name }) => [record, name])).toEqual(demoFiles.map((name) => [shown.id, name]));
  for (const { path, name } of files) expect(await textOf(await ask(path))).toBe(`${shown.id} ${name}`);
});

test('an export of many records comes whole and in order, page after page', async () => {
  const ada = await seedPerson();
  await seedClips(ada.ownSpace, ada, 2_345);
  const lines = await exported(await ada.get(`/api/spaces/${ada.ownSpace}/export`));
  expect(lines.map(({ record }) => record?.seq)).toEqual(Array.from({ length: 2_345 }, (_, at) => at + 1));
});
