import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { LanguageTag } from '../../contract/text.ts';
import type { LocalDb } from '../../local/db.ts';
import { m } from '../../messages/paraglide/messages.js';
import { getLocale } from '../../messages/paraglide/runtime.js';
import { useApp } from '../app-context.ts';
import type { Entry } from '../library/entry.ts';
import { readDemoCaptions } from './read-demo-captions.ts';

const CaptionsDraft = z.object({
  language: LanguageTag,
  cues: z.array(z.object({ fromSeconds: z.number(), toSeconds: z.number(), text: z.string() })),
});
export type CaptionsDraft = z.infer<typeof CaptionsDraft>;

export const draftKey = (record: string): string => `captions/${record}`;

const keptDraft = async (db: LocalDb, record: string): Promise<CaptionsDraft | null> =>
  CaptionsDraft.safeParse((await db.drafts.get(draftKey(record)))?.value).data ?? null;

type State =
  | { at: 'opening' }
  /** `isChanged`: it is not what the group has. */
  | { at: 'open'; draft: CaptionsDraft; isChanged: boolean }
  | { at: 'failed'; words: string };

/** The captions of a live demo while its author works on them: kept at every keystroke, the group's until saved. */
export const useCaptionsDraft = ({ record, body }: Entry<'demo'>) => {
  const { db, client } = useApp();
  const [state, setState] = useState<State>({ at: 'opening' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isLeft = false;
    setState({ at: 'opening' });
    const open = async (): Promise<State> => {
      const kept = await keptDraft(db, record.id);
      if (kept) return { at: 'open', draft: kept, isChanged: true };
      const { captions } = body;
      const draft =
        captions === 'pending'
          ? { language: getLocale(), cues: [] }
          : { language: captions.language, cues: await readDemoCaptions({ db, client }, record, captions) };
      return { at: 'open', draft, isChanged: false };
    };
    open().then(
      (opened) => !isLeft && setState(opened),
      (error: unknown) => {
        console.warn(error);
        if (!isLeft) setState({ at: 'failed', words: m.captions_loading_failed() });
      },
    );
    return () => {
      isLeft = true;
    };
    // Not when it is saved, which changes the record: what is on the screen is what was saved.
  }, [db, client, record.id, round]);

  return {
    state,
    /** Back to what the group has. */
    forget: async (): Promise<void> => {
      await db.drafts.delete(draftKey(record.id));
      setRound((before) => before + 1);
    },
    change: (draft: CaptionsDraft): void => {
      setState({ at: 'open', draft, isChanged: true });
      db.drafts.put({ key: draftKey(record.id), space: record.space, value: draft }).catch(console.warn);
    },
  };
};
