type Listener = (words: string) => void;

const listeners = new Set<Listener>();

/** Says something in passing: shown for a moment and spoken when there is a pause. Never the only sign of trouble. */
export const announce = (words: string): void => {
  for (const listener of listeners) listener(words);
};

/** For `Announcer` alone. Returns how to stop. */
export const onAnnounce = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
