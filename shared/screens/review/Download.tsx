import { Download as Icon } from 'lucide-preact';
import { m } from '../../messages/paraglide/messages.js';
import { assemble } from '../../recording/edit/assemble.ts';
import { toMp4 } from '../../recording/edit/to-mp4.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../ProgressLine.tsx';
import { fileNameOf, saveFile } from '../save-file.ts';
import { useAction } from '../use-action.ts';
import { useProgress } from '../use-progress.ts';
import type { Editor } from './use-editor.ts';

/** Cutting takes longer than copying. */
const cutShare = 0.8;

/** The edited demo as one file, for wherever else it is to be shown. Nothing is sent for it. */
export const Download = ({ editor }: { editor: Editor }) => {
  const { recording, footage, timeline, length } = editor;
  const progress = useProgress();
  const making = useAction(() =>
    progress.run(async ({ onProgress, signal }) => {
      const { takes, files } = await assemble(
        { takes: recording.takes, clean: recording.clean, timeline, readFile: footage.readFile },
        { onProgress: (share) => onProgress(share * cutShare), signal },
      );
      const made = new Map(files.map(({ name, blob }) => [name, blob]));
      const mp4 = await toMp4(takes, async (name) => made.get(name) ?? footage.readFile(name), {
        onProgress: (share) => onProgress(cutShare + share * (1 - cutShare)),
        signal,
      });
      const name = fileNameOf(recording.title, m.review_untitled(), 'mp4');
      saveFile(mp4, name);
      announce(m.review_download_done({ name }));
    }),
  );
  return (
    <div>
      <Button look="quiet" busy={making.busy} disabled={length === 0} onClick={() => making.run()}>
        <Icon aria-hidden="true" />
        {m.review_download()}
      </Button>
      {progress.share !== null && (
        <ProgressLine
          share={progress.share}
          say={(percent) => m.review_download_making({ percent })}
          onCancel={progress.cancel}
        />
      )}
      {Boolean(making.failure) && <Notice kind="problem">{m.review_download_failed()}</Notice>}
    </div>
  );
};
