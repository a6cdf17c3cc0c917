import { useEffect, useRef } from 'preact/hooks';

const mark = 'chalkloop-guard';
const isGuard = (): boolean => history.state === mark;

/**
 * The browser's Back button cannot be forbidden, but it can be given something to go back from: while `active`
 * an entry of the same address lies on top, and going back from it asks instead. Answers what a screen calls
 * once a person has said that they leave: by a link, which takes the entry's place, or further back.
 */
export const useBackGuard = (active: boolean, onBack: () => void) => {
  const ask = useRef(onBack);
  ask.current = onBack;
  const isLeaving = useRef(false);
  useEffect(() => {
    if (!active) return;
    isLeaving.current = false;
    if (!isGuard()) history.pushState(mark, '');
    const onPop = (event: PopStateEvent) => {
      // The router hears nothing of it: the address is still the same.
      event.stopImmediatePropagation();
      history.pushState(mark, '');
      ask.current();
    };
    // A capturing listener comes before the router's own, though that was there first.
    addEventListener('popstate', onPop, { capture: true });
    return () => {
      removeEventListener('popstate', onPop, { capture: true });
      if (!isLeaving.current && isGuard()) dropGuard();
    };
  }, [active]);
  return {
    /** From here on the entry stays for whoever navigates next. */
    letGo: () => {
      isLeaving.current = true;
    },
    goBack: () => history.go(-2),
  };
};

/** Takes the entry away again; the router need not hear of that either. */
const dropGuard = (): void => {
  const swallow = (event: PopStateEvent) => event.stopImmediatePropagation();
  addEventListener('popstate', swallow, { capture: true, once: true });
  history.back();
};
