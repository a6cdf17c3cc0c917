import { useEffect, useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { cleanText } from '../../contract/text.ts';
import { saveRecord } from '../../local/save-record.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useApp } from '../app-context.ts';
import type { Entry } from '../library/entry.ts';

type EditWhyProps = { open: boolean; clip: Entry<'clip'>; onClose: () => void };

export const EditWhy = ({ open, clip, onClose }: EditWhyProps) => {
  const { db, me, heartbeat } = useApp();
  const { record, body } = clip;
  const [why, setWhy] = useState(body.why);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (open) setWhy(body.why);
    setProblem(undefined);
  }, [open]);

  const save = async () => {
    const { id, space } = record;
    try {
      await saveRecord(db, me.id, {
        id,
        space,
        kind: 'clip',
        state: 'live',
        body: { ...body, why: cleanText(why) },
      });
    } catch (error) {
      return setProblem(errorText(error));
    }
    heartbeat.nudge();
    onClose();
  };
  return (
    <Dialog
      open={open}
      title={m.queue_edit_why()}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="main" onClick={save}>
            {m.common_save()}
          </Button>
        </>
      }
    >
      <TextArea
        label={m.queue_why()}
        hint={m.queue_why_hint()}
        error={problem}
        value={why}
        limit={limits.whyLength}
        onInput={setWhy}
      />
    </Dialog>
  );
};
