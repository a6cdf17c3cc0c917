import { useEffect, useState } from 'preact/hooks';
import { type Id, newId } from '../../shared/contract/ids.ts';
import { keepDraft, readDraft } from '../platform/drafts.ts';

type Typed = { id: Id; title: string; why: string };

/**
 * What is being typed about a page: kept at every keystroke, for a popup closes as soon as it loses the focus.
 * Null until what was typed before is known. The id comes along, so that saving twice is saving once.
 */
export const usePageDraft = (address: string, title: string) => {
  const [typed, setTyped] = useState<Typed | null>(null);
  useEffect(() => {
    void readDraft(address).then((before) => setTyped(before ?? { id: newId(), title, why: '' }));
  }, [address, title]);

  return {
    typed,
    type: (change: Partial<Typed>): void => {
      if (!typed) return;
      const next = { ...typed, ...change };
      setTyped(next);
      void keepDraft(address, { ...next, atMs: Date.now() });
    },
    forget: (): Promise<void> => keepDraft(address, null),
  };
};
