import { useEffect, useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Id } from '../../contract/ids.ts';
import { useApp } from '../app-context.ts';
import { useSetting } from '../use-setting.ts';

export const speeds = { least: 60, most: 220, step: 20 } as const;
export const sizes = { least: 1, most: 2.5, step: 0.25 } as const;

const Pace = z.object({
  wordsPerMinute: z.number().check(z.minimum(speeds.least), z.maximum(speeds.most)),
  /** Times the size of other text. */
  size: z.number().check(z.minimum(sizes.least), z.maximum(sizes.most)),
});
export type Pace = z.infer<typeof Pace>;
/** Slower than one talks, for one looks up in between. */
const calm: Pace = { wordsPerMinute: 120, size: 1.5 };

export const usePace = () => {
  const [pace, choose] = useSetting('teleprompter', Pace, calm);
  return [pace ?? calm, choose] as const;
};

const Text = z.string();

/** The text of one's own, a draft of this group's: kept at every keystroke, and gone with the group. */
export const usePrompterText = (space: Id) => {
  const { db } = useApp();
  const [text, setText] = useState('');
  const isTouched = useRef(false);
  const key = `teleprompter/${space}`;
  useEffect(() => {
    db.drafts.get(key).then((kept) => {
      if (!isTouched.current) setText(Text.safeParse(kept?.value).data ?? '');
    }, console.warn);
  }, [db, key]);
  const write = (next: string): void => {
    isTouched.current = true;
    setText(next);
    db.drafts.put({ key, space, value: next }).catch(console.warn);
  };
  return [text, write] as const;
};
