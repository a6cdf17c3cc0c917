import { useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { PersonName } from '../../contract/people.ts';
import { cleanLine } from '../../contract/text.ts';
import { rememberMe } from '../../local/known-me.ts';
import { m } from '../../messages/paraglide/messages.js';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useApp } from '../app-context.ts';
import { errorAt, errorOfForm, insist } from '../form-error.ts';
import { useAction } from '../use-action.ts';

/** The one thing that others see of a person beside what they share. */
export const ProfileSection = () => {
  const { client, db, me, heartbeat } = useApp();
  const [name, setName] = useState(me.name);
  const { run, busy, failure } = useAction(async () => {
    await rememberMe(db, await client.rename(insist(PersonName, cleanLine(name), 'name')));
    heartbeat.nudge();
    announce(m.identity_profile_saved());
  });
  const problem = errorOfForm(failure, ['name']);
  return (
    <Section title={m.identity_profile_title()}>
      <Form onSubmit={run} failure={failure}>
        <TextField
          label={m.identity_your_name()}
          error={errorAt(failure, 'name', m.identity_your_name())}
          value={name}
          onInput={setName}
          limit={limits.nameLength}
          autocomplete="name"
          spellcheck={false}
          required
        />
        {problem && <Notice kind="problem">{problem}</Notice>}
        <Button type="submit" busy={busy}>
          {m.common_save()}
        </Button>
      </Form>
    </Section>
  );
};
