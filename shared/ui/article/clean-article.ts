import { articlePurity, isArticleAttribute } from '../../rules/article-markup.ts';

/** DOMPurify could not work in this browser: then nothing is shown, for it would return its input as it came. */
class CleanerMissing extends Error {
  override readonly name = 'CleanerMissing';
}

const makeCleaner = async () => {
  const { default: createDOMPurify } = await import('dompurify');
  // An instance of its own: hooks are kept by the instance, and the clipper has others.
  const purify = createDOMPurify(window);
  if (!purify.isSupported) throw new CleanerMissing();
  purify.addHook('uponSanitizeAttribute', (_, attribute) => {
    if (!isArticleAttribute(attribute.attrName, attribute.attrValue)) attribute.keepAttr = false;
  });
  return (markup: string): DocumentFragment =>
    purify.sanitize(markup, { ...articlePurity, RETURN_DOM_FRAGMENT: true });
};

let cleaner: ReturnType<typeof makeCleaner> | undefined;

/**
 * The markup of a clipped page with nothing in it that runs, asks for anything or names things of the page
 * round it (`shared/rules/article-markup.ts`). A fragment, never a string: what is parsed once cannot be
 * parsed into something else later (mutation XSS). Rejects where DOMPurify cannot work.
 */
export const cleanArticle = async (markup: string): Promise<DocumentFragment> => {
  cleaner ??= makeCleaner();
  cleaner.catch(() => {
    cleaner = undefined;
  });
  return (await cleaner)(markup);
};
