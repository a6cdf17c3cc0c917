import { useEffect, useState } from 'preact/hooks';
import { type Kept, onKept } from '../platform/kept.ts';

/** What is kept now, and again whenever another context changes it. */
export const useKept = (first: Kept): Kept => {
  const [kept, setKept] = useState(first);
  useEffect(() => onKept(setKept), []);
  return kept;
};
