import { useEffect, useState } from 'preact/hooks';
import type { Observable } from '../local/observable.ts';

/** The value now, and again whenever it changes. */
export const useObservable = <T>(observable: Observable<T>): T => {
  const [value, setValue] = useState(observable.value);
  useEffect(() => observable.subscribe(setValue), [observable]);
  return value;
};
