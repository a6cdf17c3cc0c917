import { useLayoutEffect, useState } from 'preact/hooks';
import type { Observable } from '../local/observable.ts';

/** The value now, and again whenever it changes. */
export const useObservable = <T>(observable: Observable<T>): T => {
  const [value, setValue] = useState(observable.value);
  // Before anybody can do something on the screen: what comes of it is to be seen at once.
  useLayoutEffect(() => observable.subscribe(setValue), [observable]);
  return value;
};
