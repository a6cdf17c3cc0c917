import { useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { cleanText } from '../../contract/text.ts';
import { saveRecord } from '../../local/save-record.ts';
import { m } from '../../messages/paraglide/messages.js';
import { TextArea } from '../../ui/TextArea.tsx';
import { useApp } from '../app-context.ts';
import { errorAt } from '../form-error.ts';
import { EditDialog } from '../library/EditDialog.tsx';
import type { Entry } from '../library/entry.ts';
import { useAction } from '../use-action.ts';

type EditWhyProps = { open: boolean; clip: Entry<'clip'>; onClose: () => void };

export const EditWhy = ({ open, clip, onClose }: EditWhyProps) => {
  const { db, me } = useApp();
  const { record, body } = clip;
  const [why, setWhy] = useState(body.why);
  const saving = useAction(async () => {
    const { id, space } = record;
    const changed = { ...body, why: cleanText(why) };
    await saveRecord(db, me.id, { id, space, kind: 'clip', state: 'live', body: changed });
    onClose();
  });
  return (
    <EditDialog
      open={open}
      title={m.queue_edit_why()}
      saving={saving}
      fields={['body.why']}
      onOpen={() => setWhy(body.why)}
      onClose={onClose}
    >
      <TextArea
        label={m.queue_why()}
        hint={m.queue_why_hint()}
        error={errorAt(saving.failure, 'body.why', m.queue_why())}
        value={why}
        limit={limits.whyLength}
        onInput={setWhy}
      />
    </EditDialog>
  );
};
