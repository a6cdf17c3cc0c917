import { useRef, useState } from 'preact/hooks';

export type Action<A extends unknown[]> = {
  run: (...args: A) => Promise<void>;
  busy: boolean;
  /** What the last run threw, until the next one starts; null when it went well. */
  failure: unknown;
  clear: () => void;
};

/** Something a person asked for, once at a time: a second press while it runs does nothing. */
export const useAction = <A extends unknown[]>(act: (...args: A) => Promise<unknown>): Action<A> => {
  const [state, setState] = useState<{ busy: boolean; failure: unknown }>({ busy: false, failure: null });
  const running = useRef(false);
  const run = async (...args: A) => {
    if (running.current) return;
    running.current = true;
    setState({ busy: true, failure: null });
    try {
      await act(...args);
      setState({ busy: false, failure: null });
    } catch (failure) {
      console.warn(failure);
      setState({ busy: false, failure });
    } finally {
      running.current = false;
    }
  };
  return { run, ...state, clear: () => setState((now) => ({ ...now, failure: null })) };
};
