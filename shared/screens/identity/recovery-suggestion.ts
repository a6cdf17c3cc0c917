import type { LocalDb } from '../../local/db.ts';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';

const key = 'suggest-recovery';

/** To be called when somebody new has come in; the suggestion stands until it is taken up or put away. */
export const suggestRecovery = async (db: LocalDb): Promise<void> => {
  await db.settings.put({ key, value: true });
};

export const endRecoverySuggestion = (db: LocalDb): Promise<void> => db.settings.delete(key);

export const useRecoverySuggestion = (): boolean => {
  const { db } = useApp();
  return useLive(async () => (await db.settings.get(key))?.value === true, [db]) ?? false;
};
