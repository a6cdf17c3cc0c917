import * as z from 'zod/mini';
import { FileName } from '../files.ts';
import { limits } from '../limits.ts';
import { LanguageTag, line, optionalLine, optionalText, WebAddress } from '../text.ts';

/** What was put into the queue. `url` is the raw address; `canonical` is the page's own claim, never trusted. */
export const Clip = z.strictObject({
  form: z.enum(['article', 'link']),
  url: WebAddress,
  canonical: z.optional(WebAddress),
  title: line(limits.titleLength),
  byline: optionalLine(limits.titleLength),
  site: optionalLine(limits.titleLength),
  /** Empty when the page does not say. */
  language: z.union([LanguageTag, z.literal('')]),
  excerpt: optionalText(limits.excerptLength),
  words: z.int().check(z.minimum(0), z.maximum(limits.clipWords)),
  /** Why it is worth the group's time, in the finder's words. */
  why: optionalText(limits.whyLength),
  /** The group's clean copy; absent for a link. */
  article: z.optional(FileName),
  lead: z.optional(FileName),
});
export type Clip = z.infer<typeof Clip>;

export const clipFiles = ({ article, lead }: Clip): FileName[] =>
  [article, lead].filter((name) => name !== undefined);
