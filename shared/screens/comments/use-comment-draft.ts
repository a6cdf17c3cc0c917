import { useEffect, useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Id } from '../../contract/ids.ts';
import { useApp } from '../app-context.ts';

/** A comment not sent yet; `atSeconds` is null when it speaks of the whole. */
const CommentDraft = z.object({ text: z.string(), atSeconds: z.nullable(z.number()) });
export type CommentDraft = z.infer<typeof CommentDraft>;

const empty: CommentDraft = { text: '', atSeconds: null };

/** What is being typed under a record, kept on the device at every keystroke. */
export const useCommentDraft = (space: Id, parent: Id) => {
  const { db } = useApp();
  const key = `comment/${parent}`;
  const [draft, setDraft] = useState(empty);
  const isTouched = useRef(false);
  useEffect(() => {
    isTouched.current = false;
    db.drafts.get(key).then((kept) => {
      const parsed = CommentDraft.safeParse(kept?.value);
      // Whoever types faster than the database answers keeps what they typed.
      if (!isTouched.current) setDraft(parsed.success ? parsed.data : empty);
    }, console.warn);
  }, [db, key]);

  const change = (next: CommentDraft): void => {
    isTouched.current = true;
    setDraft(next);
    const keep = async () => {
      if (next.text === '') await db.drafts.delete(key);
      else await db.drafts.put({ key, space, value: next });
    };
    keep().catch(console.warn);
  };
  return { draft, change, forget: () => change(empty) };
};
