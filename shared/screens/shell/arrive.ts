/** What scrolls: the page, or on a phone the part between header and places. */
const scroller = (): Element | null => {
  const main = document.getElementById('main');
  return main && getComputedStyle(main).overflowY === 'auto' ? main : document.scrollingElement;
};

const seenTo = new Map<string, number>();
let backTo: string | null = null;

/** Remembers how far every screen was read, for whoever comes back to it. Once in a page. */
export const rememberReading = (): void => {
  const keep = () => seenTo.set(location.pathname, scroller()?.scrollTop ?? 0);
  document.addEventListener('scroll', keep, { capture: true, passive: true });
  addEventListener('popstate', () => {
    backTo = location.pathname;
  });
};

const restoreForMs = 500;

/** What was there comes from the local database in a moment: until then there is nothing to scroll. */
const scrollWhenThere = (top: number, path: string, untilMs: number): void => {
  const element = scroller();
  if (!element || location.pathname !== path) return;
  element.scrollTop = top;
  if (element.scrollTop < top && performance.now() < untilMs) {
    requestAnimationFrame(() => scrollWhenThere(top, path, untilMs));
  }
};

/**
 * After another screen took the place of one: whoever hears the page is told, Tab begins at its top, and it is
 * read from there, or from where it was left by somebody who went back.
 */
export const arrive = (): void => {
  const path = location.pathname;
  document.getElementById('main')?.focus({ preventScroll: true });
  const top = backTo === path ? (seenTo.get(path) ?? 0) : 0;
  backTo = null;
  scrollWhenThere(top, path, performance.now() + restoreForMs);
};
