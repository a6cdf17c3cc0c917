import { useEffect, useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { cleanText } from '../../contract/text.ts';
import { saveRecord } from '../../local/save-record.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useApp } from '../app-context.ts';
import { errorAt, errorOfForm } from '../form-error.ts';
import type { Entry } from '../library/entry.ts';
import { useAction } from '../use-action.ts';

type EditWhyProps = { open: boolean; clip: Entry<'clip'>; onClose: () => void };

export const EditWhy = ({ open, clip, onClose }: EditWhyProps) => {
  const { db, me } = useApp();
  const { record, body } = clip;
  const [why, setWhy] = useState(body.why);
  const { run, busy, failure, clear } = useAction(async () => {
    const { id, space } = record;
    const changed = { ...body, why: cleanText(why) };
    await saveRecord(db, me.id, { id, space, kind: 'clip', state: 'live', body: changed });
    onClose();
  });
  useEffect(() => {
    if (!open) return;
    setWhy(body.why);
    clear();
  }, [open]);

  const problem = errorOfForm(failure, ['body.why']);
  return (
    <Dialog
      open={open}
      title={m.queue_edit_why()}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="main" busy={busy} onClick={() => run()}>
            {m.common_save()}
          </Button>
        </>
      }
    >
      <TextArea
        label={m.queue_why()}
        hint={m.queue_why_hint()}
        error={errorAt(failure, 'body.why', m.queue_why())}
        value={why}
        limit={limits.whyLength}
        onInput={setWhy}
      />
      {problem && <Notice kind="problem">{problem}</Notice>}
    </Dialog>
  );
};
