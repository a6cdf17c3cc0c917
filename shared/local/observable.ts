/** A value that tells when it changed; the shape of a signal, without its library. */
export type Observable<T> = { readonly value: T; subscribe(listener: (value: T) => void): () => void };

export type Source<T> = Observable<T> & { set(value: T): void };

/** A listener hears the present value at once and every later one; it gets back how to stop. */
export const createSource = <T>(initial: T): Source<T> => {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get value() {
      return value;
    },
    set(next) {
      value = next;
      for (const listener of listeners) listener(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(value);
      return () => listeners.delete(listener);
    },
  };
};
