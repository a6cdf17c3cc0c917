import { m } from '../../shared/messages/paraglide/messages.js';
import { readingMinutes } from '../../shared/rules/reading-time.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { UserText } from '../../shared/ui/UserText.tsx';
import type { ClipDraft, LinkReason } from '../clip/clip-draft.ts';
import css from './Preview.module.css';

const sentences: Record<LinkReason, () => string> = {
  'no-text': m.clip_link_no_text,
  'too-long': m.clip_link_too_long,
  'not-a-page': m.clip_link_not_a_page,
  unreadable: m.clip_link_unreadable,
};

/** What the group is going to get: by whom, from where, how long, and how it begins. */
export const Preview = ({ draft, lead }: { draft: ClipDraft; lead: string | null }) => {
  const from = [draft.byline, draft.site].filter((part) => part !== '');
  const beginning = draft.form === 'article' ? draft.beginning : draft.excerpt;
  return (
    <>
      <div class={css.preview}>
        {lead && <img class={css.lead} src={lead} alt="" />}
        <p class={css.from}>
          {from.map((part) => (
            <span key={part}>
              <UserText text={part} />
            </span>
          ))}
          {draft.form === 'article' && <span>{m.clip_minutes({ count: readingMinutes(draft.words) })}</span>}
        </p>
        {beginning && (
          <p class={css.beginning} dir="auto" lang={draft.language || undefined}>
            {beginning}
          </p>
        )}
      </div>
      {draft.form === 'link' && <Notice>{sentences[draft.reason]()}</Notice>}
    </>
  );
};
