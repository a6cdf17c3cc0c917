import { useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { limits } from '../../contract/limits.ts';
import { SpaceName } from '../../contract/people.ts';
import { cleanLine } from '../../contract/text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useApp } from '../app-context.ts';
import { errorAt, errorOfForm, insist } from '../form-error.ts';
import { useAction } from '../use-action.ts';

export const RenameForm = ({ space, name }: { space: Id; name: string }) => {
  const { client, heartbeat } = useApp();
  const [typed, setTyped] = useState(name);
  const { run, busy, failure } = useAction(async () => {
    await client.changeSpace(space, { name: insist(SpaceName, cleanLine(typed), 'name') });
    heartbeat.nudge();
    announce(m.group_renamed());
  });
  const problem = errorOfForm(failure, ['name']);
  return (
    <Form onSubmit={run} failure={failure}>
      <TextField
        label={m.group_name()}
        error={errorAt(failure, 'name', m.group_name())}
        value={typed}
        onInput={setTyped}
        limit={limits.nameLength}
        required
      />
      {problem && <Notice kind="problem">{problem}</Notice>}
      <Button type="submit" busy={busy}>
        {m.group_rename()}
      </Button>
    </Form>
  );
};
