import type { Id } from '../../shared/contract/ids.ts';
import type { Clip } from '../../shared/contract/kinds/clip.ts';
import type { Me } from '../../shared/contract/people.ts';
import { cleanLine, cleanText } from '../../shared/contract/text.ts';
import { openLocalDb } from '../../shared/local/db.ts';
import { rememberMe } from '../../shared/local/known-me.ts';
import { saveRecord } from '../../shared/local/save-record.ts';
import { m } from '../../shared/messages/paraglide/messages.js';
import { errorAt, errorOfForm } from '../../shared/screens/form-error.ts';
import type { ClipDraft } from '../clip/clip-draft.ts';

export type ClipToSave = {
  id: Id;
  group: Id;
  draft: ClipDraft;
  title: string;
  why: string;
  lead: string | null;
};

/** Sentences that stand beside their field, or below the form. */
export type SaveFailure = { title?: string | undefined; why?: string | undefined; form: string | null };

const toBlob = (dataAddress: string): Blob => {
  const bytes = Uint8Array.from(atob(dataAddress.slice(dataAddress.indexOf(',') + 1)), (char) =>
    char.charCodeAt(0),
  );
  return new Blob([bytes], { type: 'image/jpeg' });
};

const bodyOf = ({ draft, title, why, lead }: ClipToSave): Clip => {
  const { form, url, canonical, byline, site, language, excerpt } = draft;
  return {
    form,
    url,
    ...(canonical !== null && { canonical }),
    title: cleanLine(title),
    byline,
    site,
    language,
    excerpt,
    words: draft.form === 'article' ? draft.words : 0,
    why: cleanText(why),
    ...(draft.form === 'article' && { article: 'article.html' }),
    ...(lead !== null && { lead: 'lead.jpg' }),
  };
};

/** Into the local database, before anything is sent; null when it is there. Loaded once the popup is drawn. */
export const saveClip = async (me: Me, clip: ClipToSave): Promise<SaveFailure | null> => {
  const { id, group, draft, lead } = clip;
  const files = [
    ...(draft.form === 'article' ? [{ name: 'article.html', blob: new Blob([draft.article]) }] : []),
    ...(lead !== null ? [{ name: 'lead.jpg', blob: toBlob(lead) }] : []),
  ];
  const db = openLocalDb();
  try {
    await rememberMe(db, me);
    await saveRecord(db, me.id, { id, space: group, kind: 'clip', state: 'live', body: bodyOf(clip), files });
    return null;
  } catch (error) {
    console.warn(error);
    return {
      title: errorAt(error, 'body.title', m.clip_title()),
      why: errorAt(error, 'body.why', m.clip_why()),
      form: errorOfForm(error, ['body.title', 'body.why']),
    };
  } finally {
    db.close();
  }
};
