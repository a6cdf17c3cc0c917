import { useCallback, useEffect, useState } from 'preact/hooks';

type Remote<T> = { value: T | undefined; failure: unknown; again: () => void };

/** What the Worker alone knows and no device keeps: asked when the screen opens, and again on demand. */
export const useRemote = <T>(ask: () => Promise<T>, deps: readonly unknown[]): Remote<T> => {
  const [answer, setAnswer] = useState<{ value: T | undefined; failure: unknown }>({
    value: undefined,
    failure: null,
  });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (value) => isCurrent && setAnswer({ value, failure: null }),
      (failure: unknown) => isCurrent && setAnswer((before) => ({ ...before, failure })),
    );
    return () => {
      isCurrent = false;
    };
  }, [...deps, round]);
  return { ...answer, again: useCallback(() => setRound((before) => before + 1), []) };
};
