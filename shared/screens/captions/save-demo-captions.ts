import type { Id } from '../../contract/ids.ts';
import type { LocalDb } from '../../local/db.ts';
import { saveRecord } from '../../local/save-record.ts';
import type { Entry } from '../library/entry.ts';
import { captionsFileOf } from './captions-file.ts';
import { type CaptionsDraft, draftKey } from './use-captions-draft.ts';

/**
 * The demo with these captions and without the ones before, whose file leaves its manifest; with none at all it
 * says "captions pending" again. Throws LocalError.
 */
export const saveDemoCaptions = async (
  db: LocalDb,
  me: Id,
  { record, body }: Entry<'demo'>,
  { language, cues }: CaptionsDraft,
): Promise<void> => {
  const made = await captionsFileOf(cues, language, body.seconds);
  const captions = made ? { file: made.file, language } : 'pending';
  await saveRecord(db, me, {
    id: record.id,
    space: record.space,
    kind: 'demo',
    state: 'live',
    body: { ...body, captions },
    files: made ? [{ name: made.file, blob: made.blob }] : [],
  });
  await db.drafts.delete(draftKey(record.id));
};
