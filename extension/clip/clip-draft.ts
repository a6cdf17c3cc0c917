import * as z from 'zod/mini';
import { Clip } from '../../shared/contract/kinds/clip.ts';
import { limits } from '../../shared/contract/limits.ts';
import { optionalText, WebAddress } from '../../shared/contract/text.ts';

/** Why a page is queued as a link: each has its sentence in the popup. */
export const LinkReason = z.enum(['no-text', 'too-long', 'not-a-page', 'unreadable']);
export type LinkReason = z.infer<typeof LinkReason>;

const { url, title, byline, site, language, excerpt } = Clip.shape;

const about = {
  url,
  title,
  byline,
  site,
  language,
  excerpt,
  canonical: z.nullable(WebAddress),
  /** The page's own picture, to be fetched as the teacher's browser would. */
  lead: z.nullable(WebAddress),
};

/**
 * What a page is, as it crosses from the page's process to ours: everything in it is the page's word, so it is
 * parsed before use. `article` is markup in the vocabulary of `shared/rules/article-markup.ts`.
 */
export const ClipDraft = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('article'),
    ...about,
    words: z.int().check(z.minimum(1), z.maximum(limits.clipWords)),
    article: z.string().check(z.minLength(1), z.maxLength(limits.articleBytes)),
    /** The first lines, as text. */
    beginning: optionalText(limits.excerptLength),
  }),
  z.strictObject({ form: z.literal('link'), ...about, reason: LinkReason }),
]);
export type ClipDraft = z.infer<typeof ClipDraft>;
