import type { LocalRecord } from '../../local/db.ts';
import { type UploadProgress, uploadProgress } from '../../local/upload-progress.ts';
import { m } from '../../messages/paraglide/messages.js';
import { getLocale } from '../../messages/paraglide/runtime.js';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';
import css from './SendingProgress.module.css';

/** Less is sent before one has read how much it is. */
const worthSayingBytes = 100_000;

/** Rounded down, so that nothing is said to be there before it is. */
const megabytes = (bytes: number): string =>
  (Math.floor(bytes / 100_000) / 10).toLocaleString(getLocale(), { minimumFractionDigits: 1 });

/** Null while it is not known, and once there is nothing of any size left to send. */
export const useSending = (record: LocalRecord | undefined): UploadProgress | null => {
  const { db } = useApp();
  const progress = useLive(
    async () => (record?.waiting ? uploadProgress(db, record) : null),
    [db, record?.id, record?.waiting, record?.files],
  );
  const isWorthSaying =
    progress && progress.sentBytes < progress.totalBytes && progress.totalBytes >= worthSayingBytes;
  return isWorthSaying ? progress : null;
};

/** "2.1 of 9.8 MB sent", in words and as a bar. */
export const SendingProgress = ({ sentBytes, totalBytes }: UploadProgress) => {
  const words = m.common_sent({ sent: megabytes(sentBytes), total: megabytes(totalBytes) });
  return (
    <div class={css.sending}>
      <p>{words}</p>
      <ProgressBar value={sentBytes / totalBytes} label={words} />
    </div>
  );
};
