import { useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { limits } from '../../contract/limits.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { useApp } from '../app-context.ts';
import { useAction } from '../use-action.ts';

const leastMinutes = limits.demoSeconds / 60;
const mostMinutes = limits.demoSecondsMost / 60;
const choices = Array.from({ length: mostMinutes - leastMinutes + 1 }, (_, more) => leastMinutes + more);

type DemoLengthFormProps = { space: Id; demoSeconds: number };

/** Demos that are there already stay as they are. */
export const DemoLengthForm = ({ space, demoSeconds }: DemoLengthFormProps) => {
  const { client, heartbeat } = useApp();
  const [seconds, setSeconds] = useState(demoSeconds);
  const { run, busy, failure } = useAction(async () => {
    await client.changeSpace(space, { demoSeconds: seconds });
    heartbeat.nudge();
    announce(m.group_demo_length_saved());
  });
  return (
    <Form onSubmit={run} failure={failure}>
      <Select
        label={m.group_demo_length()}
        hint={m.group_demo_length_hint()}
        options={choices.map((count) => ({
          value: String(count * 60),
          label: m.group_demo_minutes({ count }),
        }))}
        value={String(seconds)}
        onChange={(value) => setSeconds(Number(value))}
      />
      {Boolean(failure) && <Notice kind="problem">{errorText(failure)}</Notice>}
      <Button type="submit" busy={busy}>
        {m.group_demo_length_save()}
      </Button>
    </Form>
  );
};
