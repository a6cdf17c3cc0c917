import createDOMPurify from 'dompurify';
import { articlePurity, isArticleAttribute } from '../../shared/rules/article-markup.ts';

/** Markup in the article's vocabulary and nothing else. Throws where DOMPurify cannot work, for it would return its input. */
export const cleanMarkup = (markup: string): string => {
  const purify = createDOMPurify(window);
  if (!purify.isSupported) throw new Error('DOMPurify does not work in this page.');
  purify.addHook('uponSanitizeAttribute', (_, attribute) => {
    if (!isArticleAttribute(attribute.attrName, attribute.attrValue)) attribute.keepAttr = false;
  });
  return purify.sanitize(markup, articlePurity);
};
