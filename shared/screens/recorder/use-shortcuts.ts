import { useEffect, useRef } from 'preact/hooks';

type Keys = Readonly<Record<string, (() => void) | undefined>>;

const typedInto = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])';

/** Where a letter is text, or means something already. */
const isTaken = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector('dialog[open], :popover-open')) return true;
  const { target } = event;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(typedInto));
};

/** What a letter or `Escape` does now, wherever the focus is; those without an act do nothing. */
export const useShortcuts = (keys: Keys): void => {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = now.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act || isTaken(event)) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
};
