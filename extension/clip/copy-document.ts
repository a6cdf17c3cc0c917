import { copyShadowTrees } from './copy-shadow-trees.ts';
import type { Deadline } from './deadline.ts';
import { pristine } from './pristine.ts';
import { showImages } from './show-images.ts';

/** What is never text. Linked data stays: it names the author. */
const useless =
  'script:not([type="application/ld+json" i]), style, template, object, embed, canvas, dialog:not([open])';

/** A form's own fields hide its properties by their names, and an article inside one is still an article. */
const unwrapForms = (copy: Document): void => {
  for (const form of pristine.queryAll(copy, 'form')) {
    const plain = pristine.createElement(copy, 'div');
    for (let child = pristine.firstChild(form); child; child = pristine.firstChild(form)) {
      pristine.append(plain, child);
    }
    pristine.replace(form, plain);
  }
};

/** Pictures, frames and forms hide the document's properties by their names. */
const takeNames = (copy: Document): void => {
  for (const element of pristine.queryAll(copy, '[name]:not(meta)')) {
    pristine.removeAttribute(element, 'name');
  }
};

/**
 * The page as the teacher sees it, in a document of its own: nothing in it loads or runs, and nothing has a
 * name of the page's making. The page itself is only read.
 */
export const copyDocument = (page: Document, deadline: Deadline): Document => {
  const copy = pristine.cloneDocument(page);
  showImages(page, copy, pristine.baseUri(page));
  copyShadowTrees(page, copy, deadline);
  for (const element of pristine.queryAll(copy, useless)) pristine.detach(element);
  unwrapForms(copy);
  takeNames(copy);
  return copy;
};
