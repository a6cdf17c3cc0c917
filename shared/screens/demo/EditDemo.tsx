import { useEffect, useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { cleanLine } from '../../contract/text.ts';
import { saveRecord } from '../../local/save-record.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useApp } from '../app-context.ts';
import { errorAt, errorOfForm } from '../form-error.ts';
import type { Entry } from '../library/entry.ts';
import { useAction } from '../use-action.ts';

type EditDemoProps = { open: boolean; demo: Entry<'demo'>; onClose: () => void };

export const EditDemo = ({ open, demo, onClose }: EditDemoProps) => {
  const { db, me } = useApp();
  const { record, body } = demo;
  const [title, setTitle] = useState(body.title);
  const [strategy, setStrategy] = useState(body.strategy);
  const { run, busy, failure, clear } = useAction(async () => {
    const { id, space } = record;
    const changed = { ...body, title: cleanLine(title), strategy: cleanLine(strategy) };
    await saveRecord(db, me.id, { id, space, kind: 'demo', state: 'live', body: changed });
    onClose();
  });
  useEffect(() => {
    if (!open) return;
    setTitle(body.title);
    setStrategy(body.strategy);
    clear();
  }, [open]);

  const problem = errorOfForm(failure, ['body.title', 'body.strategy']);
  return (
    <Dialog
      open={open}
      title={m.feed_edit()}
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
      <Form onSubmit={run} failure={failure}>
        <TextField
          label={m.feed_edit_title()}
          error={errorAt(failure, 'body.title', m.feed_edit_title())}
          value={title}
          limit={limits.titleLength}
          onInput={setTitle}
        />
        <TextField
          label={m.feed_edit_strategy()}
          hint={m.feed_edit_strategy_hint()}
          error={errorAt(failure, 'body.strategy', m.feed_edit_strategy())}
          value={strategy}
          limit={limits.tagLength}
          onInput={setStrategy}
        />
        {problem && <Notice kind="problem">{problem}</Notice>}
      </Form>
    </Dialog>
  );
};
