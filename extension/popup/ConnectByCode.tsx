import { useState } from 'preact/hooks';
import { m } from '../../shared/messages/paraglide/messages.js';
import { deviceName } from '../../shared/screens/identity/device-name.ts';
import { useAction } from '../../shared/screens/use-action.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { TextField } from '../../shared/ui/TextField.tsx';
import css from './Connect.module.css';
import { connectByCode } from './connect.ts';
import { Failure } from './Failure.tsx';
import { serverOrigin } from './server-origin.ts';

/** Elsewhere than on the group's page: what to do, and the way for those whose page cannot be reached so. */
export const ConnectByCode = () => {
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<{ address?: string; code?: string }>({});
  const connecting = useAction((origin: string) => connectByCode(origin, code.trim(), deviceName()));

  const submit = () => {
    const origin = serverOrigin(address);
    const found = {
      ...(origin === null && { address: m.clip_address_wrong() }),
      ...(code.trim() === '' && { code: m.clip_code_missing() }),
    };
    setWrong(found);
    if (origin !== null && !found.code) void connecting.run(origin);
  };

  return (
    <>
      <section class={css.part}>
        <h2>{m.clip_start_title()}</h2>
        <p>{m.clip_start_words()}</p>
      </section>
      <hr />
      <section class={css.part}>
        <div>
          <h3>{m.clip_code_title()}</h3>
          <p class={css.soft}>{m.clip_code_words()}</p>
        </div>
        <Form onSubmit={submit} failure={Object.keys(wrong).length > 0 ? wrong : null}>
          <TextField
            label={m.clip_address()}
            hint={m.clip_address_hint()}
            error={wrong.address}
            value={address}
            onInput={setAddress}
            autocapitalize="off"
            spellcheck={false}
          />
          <TextField
            label={m.clip_code()}
            hint={m.clip_code_hint()}
            error={wrong.code}
            value={code}
            onInput={setCode}
            autocapitalize="characters"
            spellcheck={false}
          />
          <Button type="submit" look="main" busy={connecting.busy}>
            {connecting.busy ? m.clip_connecting() : m.clip_connect()}
          </Button>
        </Form>
        <Failure of={connecting.failure} />
      </section>
    </>
  );
};
