import { useState } from 'preact/hooks';
import { Code } from '../../contract/auth.ts';
import { cleanLine } from '../../contract/text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Title } from '../../ui/Title.tsx';
import { errorAt, errorOfForm, FormError, insist } from '../form-error.ts';
import { useAction } from '../use-action.ts';
import { useTitle } from '../use-title.ts';
import { register } from './passkey.ts';
import { useVisit } from './visit-context.ts';

/** For somebody whose devices are gone: a code that was kept on paper, and a new passkey. */
export const RecoverScreen = () => {
  const { client, enter, navigate } = useVisit();
  const [typed, setTyped] = useState('');
  const { run, busy, failure } = useAction(async () => {
    const code = cleanLine(typed);
    if (code === '') throw new FormError('code', 'blank');
    await enter(await register(client, { name: '', code: insist(Code, code, 'code'), codeKind: 'recovery' }));
    navigate('/', 'replace');
  });
  const problem = errorOfForm(failure, ['code']);
  useTitle(m.identity_recover_title());
  return (
    <>
      <Title lead={m.identity_recover_lead()}>{m.identity_recover_title()}</Title>
      <Form onSubmit={run} failure={failure}>
        <TextField
          label={m.identity_recover_code()}
          hint={m.identity_recover_code_hint()}
          error={errorAt(failure, 'code', m.identity_recover_code())}
          value={typed}
          onInput={setTyped}
          autocapitalize="characters"
          spellcheck={false}
          required
        />
        {problem && <Notice kind="problem">{problem}</Notice>}
        <Button look="main" type="submit" busy={busy}>
          {busy ? m.identity_waiting_for_passkey() : m.identity_recover_go()}
        </Button>
      </Form>
    </>
  );
};
