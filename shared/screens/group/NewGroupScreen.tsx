import { useRef, useState } from 'preact/hooks';
import { newId } from '../../contract/ids.ts';
import { limits } from '../../contract/limits.ts';
import { SpaceName } from '../../contract/people.ts';
import { cleanLine } from '../../contract/text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Title } from '../../ui/Title.tsx';
import { useApp } from '../app-context.ts';
import { errorAt, errorOfForm, insist } from '../form-error.ts';
import { useAction } from '../use-action.ts';
import { useTitle } from '../use-title.ts';
import { GroupMade } from './GroupMade.tsx';

/** A name; then the link that brings the others in. */
export const NewGroupScreen = () => {
  const { client, sync } = useApp();
  // One id for every try of this form: a repeat after a lost answer makes no second group.
  const id = useRef(newId());
  const [typed, setTyped] = useState('');
  const [made, setMade] = useState<string | null>(null);
  const { run, busy, failure } = useAction(async () => {
    const name = insist(SpaceName, cleanLine(typed), 'name');
    await client.makeSpace({ id: id.current, name });
    await sync.pull();
    setMade(name);
  });
  const problem = errorOfForm(failure, ['name']);
  useTitle(m.group_make_title());
  if (made !== null) return <GroupMade space={id.current} name={made} />;
  return (
    <>
      <Title lead={m.group_make_lead()}>{m.group_make_title()}</Title>
      <Form onSubmit={run} failure={failure}>
        <TextField
          label={m.group_name()}
          hint={m.group_name_hint()}
          error={errorAt(failure, 'name', m.group_name())}
          value={typed}
          onInput={setTyped}
          limit={limits.nameLength}
          autocapitalize="sentences"
          required
        />
        {problem && <Notice kind="problem">{problem}</Notice>}
        <Button look="main" type="submit" busy={busy}>
          {m.group_make()}
        </Button>
      </Form>
    </>
  );
};
