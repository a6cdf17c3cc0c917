import { useEffect } from 'preact/hooks';
import { timelineFiles } from '../../contract/kinds/demo.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { ReadFile } from '../../recording/edit/open-track.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import type { Entry } from '../library/entry.ts';
import { ProgressLine } from '../ProgressLine.tsx';
import { fileNameOf, saveFile } from '../save-file.ts';
import { useAction } from '../use-action.ts';
import { useProgress } from '../use-progress.ts';
import { readDemoFiles } from './read-demo-file.ts';

type DownloadDemoProps = { open: boolean; demo: Entry<'demo'>; onClose: () => void };

/** A published demo as one MP4, put together on this device. It begins when it is opened. */
export const DownloadDemo = ({ open, demo, onClose }: DownloadDemoProps) => {
  const { db, client } = useApp();
  const { record, body } = demo;
  const progress = useProgress();
  const making = useAction(() =>
    progress.run(async ({ onProgress, signal }) => {
      const read = readDemoFiles(record, { db, client, signal });
      const all = timelineFiles(body.takes).length;
      let count = 0;
      const counting: ReadFile = async (name) => {
        const blob = await read(name);
        count += 1;
        onProgress(Math.min(1, count / all));
        return blob;
      };
      // Loaded when it is asked for: who only watches needs none of it.
      const { toMp4 } = await import('../../recording/edit/to-mp4.ts');
      const mp4 = await toMp4(body.takes, counting, { signal });
      const name = fileNameOf(body.title, m.review_untitled(), 'mp4');
      saveFile(mp4, name);
      announce(m.review_download_done({ name }));
      onClose();
    }),
  );
  useEffect(() => {
    if (open) void making.run();
  }, [open]);
  const close = () => {
    progress.cancel();
    making.clear();
    onClose();
  };
  const { failure } = making;
  return (
    <Dialog
      open={open}
      title={m.review_download()}
      onClose={close}
      actions={
        failure ? (
          <>
            <Button onClick={close}>{m.common_cancel()}</Button>
            <Button look="main" onClick={() => making.run()}>
              {m.common_try_again()}
            </Button>
          </>
        ) : (
          <Button onClick={close}>{m.common_cancel()}</Button>
        )
      }
    >
      {progress.share !== null && (
        <ProgressLine share={progress.share} say={(percent) => m.review_download_fetching({ percent })} />
      )}
      {Boolean(failure) && <Notice kind="problem">{errorText(failure)}</Notice>}
    </Dialog>
  );
};
