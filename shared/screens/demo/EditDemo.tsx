import { useEffect, useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { cleanLine } from '../../contract/text.ts';
import { saveRecord } from '../../local/save-record.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useApp } from '../app-context.ts';
import type { Entry } from '../library/entry.ts';

type EditDemoProps = { open: boolean; demo: Entry<'demo'>; onClose: () => void };

export const EditDemo = ({ open, demo, onClose }: EditDemoProps) => {
  const { db, me, heartbeat } = useApp();
  const { record, body } = demo;
  const [title, setTitle] = useState(body.title);
  const [strategy, setStrategy] = useState(body.strategy);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (!open) return;
    setTitle(body.title);
    setStrategy(body.strategy);
    setProblem(undefined);
  }, [open]);

  const save = async () => {
    const changed = { ...body, title: cleanLine(title), strategy: cleanLine(strategy) };
    try {
      const { id, space } = record;
      await saveRecord(db, me.id, { id, space, kind: 'demo', state: 'live', body: changed });
    } catch (error) {
      return setProblem(errorText(error));
    }
    heartbeat.nudge();
    onClose();
  };
  return (
    <Dialog
      open={open}
      title={m.feed_edit()}
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
      {problem && <Notice kind="problem">{problem}</Notice>}
      <TextField label={m.feed_edit_title()} value={title} limit={limits.titleLength} onInput={setTitle} />
      <TextField
        label={m.feed_edit_strategy()}
        hint={m.feed_edit_strategy_hint()}
        value={strategy}
        limit={limits.tagLength}
        onInput={setStrategy}
      />
    </Dialog>
  );
};
