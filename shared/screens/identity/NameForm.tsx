import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { PersonName } from '../../contract/people.ts';
import { cleanLine } from '../../contract/text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { errorAt, errorOfForm, insist } from '../form-error.ts';
import { useAction } from '../use-action.ts';

type NameFormProps = { onName: (name: string) => Promise<void>; children?: ComponentChildren };

/** Name and passkey: all that a new person is asked for. */
export const NameForm = ({ onName, children }: NameFormProps) => {
  const [name, setName] = useState('');
  const { run, busy, failure } = useAction(() => onName(insist(PersonName, cleanLine(name), 'name')));
  const problem = errorOfForm(failure, ['name']);
  return (
    <Form onSubmit={run} failure={failure}>
      <TextField
        label={m.identity_your_name()}
        hint={m.identity_your_name_hint()}
        error={errorAt(failure, 'name', m.identity_your_name())}
        value={name}
        onInput={setName}
        limit={limits.nameLength}
        name="name"
        autocomplete="name"
        autocapitalize="words"
        spellcheck={false}
        required
      />
      <p>{m.identity_passkey_why()}</p>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <Button look="main" type="submit" busy={busy}>
        {busy ? m.identity_waiting_for_passkey() : m.identity_make_passkey()}
      </Button>
      {children}
    </Form>
  );
};
