import { PasskeyAdd } from '../../shared/contract/auth.ts';
import { addPasskey, listPasskeys } from '../store/passkeys.ts';
import { readMe } from './answer-me.ts';
import { newApp } from './app.ts';
import { endCeremony, startCeremony } from './ceremony.ts';
import { Fault } from './fault.ts';
import { readJson } from './read-json.ts';
import { onThePage } from './session.ts';
import { holdFloods } from './throttle.ts';
import { registrationOptions, verifyNewPasskey } from './webauthn.ts';

type Detail = { person: string };

/** One more passkey for the one signed in: a second device is the best recovery. */
export const passkeys = newApp()
  .post('/auth/passkeys/options', async (c) => {
    const { device } = onThePage(c);
    await holdFloods(c, 'SIGN_IN_LIMIT');
    const me = await readMe(c, device);
    const options = await registrationOptions(c, me, await listPasskeys(c.env.DB, me.id));
    return c.json(await startCeremony(c, 'add-passkey', options, { person: me.id } satisfies Detail));
  })
  .post('/auth/passkeys/verify', async (c) => {
    const { person } = onThePage(c);
    await holdFloods(c, 'SIGN_IN_LIMIT');
    const { ceremony, response } = await readJson(c, PasskeyAdd);
    const { challenge, detail } = await endCeremony<Detail>(c, 'add-passkey', ceremony);
    if (detail.person !== person) throw new Fault('passkey-refused');
    const passkey = await verifyNewPasskey(c, challenge, response);
    await addPasskey(c.env.DB, passkey, person, Date.now());
    return c.json({});
  });
