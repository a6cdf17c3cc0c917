import { limits } from '../../shared/contract/limits.ts';
import { cleanLine, shorten } from '../../shared/contract/text.ts';
import { ClipDraft } from '../clip/clip-draft.ts';
import { fetchLead, LeadPicture, leadBytes, leadSide } from '../clip/fetch-lead.ts';
import { runFunction, runScript } from '../platform/run-in-tab.ts';
import type { Tab } from '../platform/tab.ts';

/** Nothing can be saved here, and why. */
export type Cannot = 'browser' | 'file' | 'own';
export type PageRead = { draft: ClipDraft } | { cannot: Cannot };

const mostMs = 12_000;

/** When the page gave nothing that can be read: what the browser itself knows of the tab. */
const asLink = ({ address, title }: Tab): ClipDraft => ({
  form: 'link',
  url: address,
  canonical: null,
  title: shorten(cleanLine(title) || new URL(address).hostname, limits.titleLength),
  byline: '',
  site: new URL(address).hostname.replace(/^www\./, ''),
  language: '',
  excerpt: '',
  lead: null,
  reason: 'unreadable',
});

const isWeb = (address: string): boolean => /^https?:/.test(address);

/** What the tab shows, parsed: a page may be hostile, slow or closed to everybody. */
export const readPage = async (tab: Tab, ownOrigin: string): Promise<PageRead> => {
  if (tab.address.startsWith('file:')) return { cannot: 'file' };
  if (!isWeb(tab.address)) return { cannot: 'browser' };
  const { origin } = new URL(tab.address);
  if (origin === ownOrigin) return { cannot: 'own' };
  try {
    const draft = ClipDraft.safeParse(await runScript(tab.id, '/clip-page.js', mostMs));
    const isOfTab = draft.success && new URL(draft.data.url).origin === origin;
    return { draft: isOfTab ? draft.data : asLink(tab) };
  } catch (error) {
    // The web store and pages that the school's policy closes have an ordinary address.
    const isClosed =
      error instanceof Error && /cannot be scripted|cannot access|blocked/i.test(error.message);
    return isClosed ? { cannot: 'browser' } : { draft: asLink(tab) };
  }
};

/** The page's picture as a data address, or null. */
export const readLead = async (tab: Tab, { lead }: ClipDraft): Promise<string | null> => {
  if (!lead) return null;
  try {
    const answer = await runFunction(tab.id, fetchLead, [lead, leadSide, leadBytes], 6_000);
    const picture = LeadPicture.safeParse(answer);
    return picture.success ? picture.data : null;
  } catch {
    // The tab went elsewhere, or took too long: the clip does without.
    return null;
  }
};
