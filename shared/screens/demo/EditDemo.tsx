import { useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { cleanLine } from '../../contract/text.ts';
import { saveRecord } from '../../local/save-record.ts';
import { m } from '../../messages/paraglide/messages.js';
import { TextField } from '../../ui/TextField.tsx';
import { useApp } from '../app-context.ts';
import { errorAt } from '../form-error.ts';
import { EditDialog } from '../library/EditDialog.tsx';
import type { Entry } from '../library/entry.ts';
import { useAction } from '../use-action.ts';

type EditDemoProps = { open: boolean; demo: Entry<'demo'>; onClose: () => void };

export const EditDemo = ({ open, demo, onClose }: EditDemoProps) => {
  const { db, me } = useApp();
  const { record, body } = demo;
  const [title, setTitle] = useState(body.title);
  const [strategy, setStrategy] = useState(body.strategy);
  const saving = useAction(async () => {
    const { id, space } = record;
    const changed = { ...body, title: cleanLine(title), strategy: cleanLine(strategy) };
    await saveRecord(db, me.id, { id, space, kind: 'demo', state: 'live', body: changed });
    onClose();
  });
  return (
    <EditDialog
      open={open}
      title={m.feed_edit()}
      saving={saving}
      fields={['body.title', 'body.strategy']}
      onOpen={() => {
        setTitle(body.title);
        setStrategy(body.strategy);
      }}
      onClose={onClose}
    >
      <TextField
        label={m.feed_edit_title()}
        error={errorAt(saving.failure, 'body.title', m.feed_edit_title())}
        value={title}
        limit={limits.titleLength}
        onInput={setTitle}
      />
      <TextField
        label={m.feed_edit_strategy()}
        hint={m.feed_edit_strategy_hint()}
        error={errorAt(saving.failure, 'body.strategy', m.feed_edit_strategy())}
        value={strategy}
        limit={limits.tagLength}
        onInput={setStrategy}
      />
    </EditDialog>
  );
};
