import { isArticleAttribute, isArticleTag } from '../../shared/rules/article-markup.ts';

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Ends a tag or quote that an article leaves open, so that what it began is seen; in text it is text. */
const closing = `">'>`;

/**
 * The first thing in an article that `article-markup.ts` does not know, or null. None of the tags it knows
 * switches a parser to raw text or foreign content, so a browser reads the very tokens seen here.
 */
export const unsafeMarkup = async (bytes: Uint8Array): Promise<string | null> => {
  if (!isUtf8(bytes)) return 'not-utf-8';
  const found: string[] = [];
  const rewriter = new HTMLRewriter()
    .on('*', {
      element: ({ tagName, attributes }) => {
        if (!isArticleTag(tagName)) found.push(tagName);
        for (const [name = '', value = ''] of attributes) {
          if (!isArticleAttribute(name, value)) found.push(`${tagName} ${name}`);
        }
      },
    })
    .onDocument({
      doctype: () => void found.push('!doctype'),
      comments: () => void found.push('!--'),
    });
  try {
    await rewriter.transform(new Response(new Blob([bytes, closing]))).arrayBuffer();
  } catch {
    return 'unreadable';
  }
  return found[0] ?? null;
};
