import { m } from '../../messages/paraglide/messages.js';
import { articleIdPrefix } from '../../rules/article-markup.ts';
import css from './Article.module.css';

/** `noopener` and `noreferrer`: the page that is opened learns neither of this one nor who sent its reader. */
const leadAway = (link: HTMLAnchorElement, address: string): void => {
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
};

/** Goes to a footnote inside the article; the address bar, and so the router, hear nothing of it. */
const leadInside = (link: HTMLAnchorElement, id: string): void => {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = id.startsWith(articleIdPrefix) ? document.getElementById(id) : null;
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'start' });
  });
};

const openPictureLink = (address: string, alt: string): HTMLAnchorElement => {
  const link = document.createElement('a');
  leadAway(link, address);
  link.className = css.open ?? '';
  link.textContent = m.queue_picture_open();
  if (alt) link.setAttribute('aria-label', `${m.queue_picture_open()}: ${alt}`);
  return link;
};

/** In the place of a picture: what it shows in words, and the way to it. Nothing is asked for by itself. */
const standIn = (picture: Element): void => {
  const alt = picture.getAttribute('alt') ?? '';
  const address = picture.getAttribute('data-original');
  const box = document.createElement('span');
  box.className = css.picture ?? '';
  box.append(alt || m.queue_picture());
  if (address) {
    const around = picture.closest('a');
    const link = openPictureLink(address, alt);
    // A link may hold no other link: beside the one that the picture was in.
    if (around) around.after(' ', link);
    else box.append(' ', link);
  }
  if (address || alt) picture.replaceWith(box);
  else picture.remove();
};

/** Wide tables scroll by themselves, by keyboard too, and leave the page as wide as it is. */
const box = (table: HTMLTableElement): void => {
  const scroller = document.createElement('div');
  scroller.className = css.table ?? '';
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', table.caption?.textContent?.trim() || m.queue_table());
  table.replaceWith(scroller);
  scroller.append(table);
};

/** Makes a cleaned article ready to be read, in place: links, pictures and tables. */
export const dressArticle = (article: DocumentFragment): DocumentFragment => {
  for (const link of article.querySelectorAll('a')) {
    const address = link.getAttribute('href');
    if (address?.startsWith('#')) leadInside(link, address.slice(1));
    else if (address) leadAway(link, address);
  }
  for (const picture of article.querySelectorAll('img')) standIn(picture);
  for (const table of article.querySelectorAll('table')) {
    if (!table.parentElement?.closest('table')) box(table);
  }
  return article;
};
