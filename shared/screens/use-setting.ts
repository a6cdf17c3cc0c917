import { useEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { useApp } from './app-context.ts';

/**
 * A choice that belongs to this device, kept in its database. Null until that has answered; what an older
 * version kept otherwise counts as never chosen.
 */
export const useSetting = <T>(key: string, schema: z.ZodMiniType<T>, initial: T) => {
  const { db } = useApp();
  const [value, setValue] = useState<T | null>(null);
  const isChosen = useRef(false);
  useEffect(() => {
    const read = (kept: unknown) => {
      if (!isChosen.current) setValue(schema.safeParse(kept).data ?? initial);
    };
    db.settings.get(key).then(
      (row) => read(row?.value),
      () => read(undefined),
    );
  }, [db, key]);
  const choose = (next: T): void => {
    isChosen.current = true;
    setValue(next);
    db.settings.put({ key, value: next }).catch(console.warn);
  };
  return [value, choose] as const;
};
