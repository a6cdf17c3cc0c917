import { useEffect, useState } from 'preact/hooks';
import type { ClipDraft } from '../clip/clip-draft.ts';
import type { Tab } from '../platform/tab.ts';
import { readLead } from './read-page.ts';

/** The page's picture, once it is there; null until then, and for good where it cannot be had. */
export const useLead = (tab: Tab, draft: ClipDraft): string | null => {
  const [lead, setLead] = useState<string | null>(null);
  useEffect(() => {
    void readLead(tab, draft).then(setLead);
  }, [tab, draft]);
  return lead;
};
