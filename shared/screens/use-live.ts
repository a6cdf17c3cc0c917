import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

type Answer<T> = { value: T } | { failure: unknown } | null;

/**
 * What a query of the local database says now, and again whenever what it read changes. Undefined until the
 * first answer. `deps` are what the query closes over. A failing query throws where it is used.
 */
export const useLive = <T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined => {
  const [answer, setAnswer] = useState<Answer<T>>(null);
  useEffect(() => {
    setAnswer(null);
    const subscription = liveQuery(query).subscribe({
      next: (value) => setAnswer({ value }),
      error: (failure) => setAnswer({ failure }),
    });
    return () => subscription.unsubscribe();
  }, deps);
  if (answer && 'failure' in answer) throw answer.failure;
  return answer?.value;
};
