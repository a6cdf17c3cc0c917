/** Call it to listen no more. */
export type Stop = () => void;

export const createListeners = <T>() => {
  const listeners = new Set<(value: T) => void>();
  return {
    add: (listener: (value: T) => void): Stop => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (value: T): void => {
      for (const listener of listeners) listener(value);
    },
  };
};
