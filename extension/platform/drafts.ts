import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Id } from '../../shared/contract/ids.ts';

/** What was typed about a page and not saved yet. */
export const PageDraft = z.object({ id: Id, title: z.string(), why: z.string(), atMs: z.number() });
export type PageDraft = z.infer<typeof PageDraft>;

const mostDrafts = 20;
const Drafts = z.catch(z.record(z.string(), PageDraft), {});

const readAll = async () => Drafts.parse((await browser.storage.local.get('drafts')).drafts ?? {});

export const readDraft = async (address: string): Promise<PageDraft | null> =>
  (await readAll())[address] ?? null;

/** Null forgets it. The oldest give way, so that pages that were only looked at do not stay for ever. */
export const keepDraft = async (address: string, draft: PageDraft | null): Promise<void> => {
  const { [address]: _, ...others } = await readAll();
  const drafts = Object.entries(draft ? { ...others, [address]: draft } : others)
    .sort(([, a], [, b]) => b.atMs - a.atMs)
    .slice(0, mostDrafts);
  await browser.storage.local.set({ drafts: Object.fromEntries(drafts) });
};
