import { limits } from '../../shared/contract/limits.ts';
import type { Env } from '../env.ts';
import { emptyClosedSpace } from '../store/closing.ts';
import { expireDrafts } from '../store/delete-record.ts';
import { forgetOldRows } from '../store/forget-old-rows.ts';
import { sweepFiles } from '../store/sweep-files.ts';

/** Two statements a draft, of the fifty queries that a call may make. */
const draftsAtOnce = 8;

/** What the cron asks for: first what is to go is said to go, then its bytes go. Running it twice does no harm. */
export const sweep = async ({ DB, FILES }: Pick<Env, 'DB' | 'FILES'>, now: number): Promise<void> => {
  await expireDrafts(DB, now - limits.draftDays * 24 * 60 * 60_000, draftsAtOnce);
  await emptyClosedSpace(DB);
  await sweepFiles(DB, FILES, now);
  await forgetOldRows(DB, now);
};
