import { CeremonyFinish, SignOut } from '../../shared/contract/auth.ts';
import { revokeAllDevices, revokeDevice } from '../store/devices.ts';
import { findPasskey, signInWith } from '../store/passkeys.ts';
import { answerMe } from './answer-me.ts';
import { newApp } from './app.ts';
import { endCeremony, startCeremony } from './ceremony.ts';
import { Fault } from './fault.ts';
import { newDevice } from './new-device.ts';
import { readJson } from './read-json.ts';
import { clearSessionCookie, fromOwnPage, setSessionCookie, signedIn } from './session.ts';
import { holdFloods } from './throttle.ts';
import { signInOptions, verifyPasskeyUse } from './webauthn.ts';

export const authSignIn = newApp()
  .post('/auth/sign-in/options', async (c) => {
    await holdFloods(c, 'SIGN_IN_LIMIT');
    return c.json(await startCeremony(c, 'sign-in', await signInOptions(c), {}));
  })
  .post('/auth/sign-in/verify', async (c) => {
    fromOwnPage(c);
    await holdFloods(c, 'SIGN_IN_LIMIT');
    const finish = await readJson(c, CeremonyFinish);
    const { challenge } = await endCeremony(c, 'sign-in', finish.ceremony);
    const passkey = await findPasskey(c.env.DB, finish.response.id);
    if (passkey === null) throw new Fault('passkey-refused');
    const counter = await verifyPasskeyUse(c, challenge, finish.response, passkey);
    const { token, device } = await newDevice('page', finish.device.name);
    if (!(await signInWith(c.env.DB, { id: passkey.id, counter }, device)))
      throw new Fault('passkey-refused');
    setSessionCookie(c, token);
    return answerMe(c, device.id);
  })
  .post('/auth/sign-out', async (c) => {
    // First, so that a browser with a cookie that no longer counts gets rid of it all the same.
    clearSessionCookie(c);
    c.header('Clear-Site-Data', '"cache"');
    const caller = signedIn(c);
    const { everywhere } = await readJson(c, SignOut);
    if (everywhere) await revokeAllDevices(c.env.DB, caller.person, Date.now());
    else await revokeDevice(c.env.DB, caller.person, caller.device, Date.now());
    return c.json({});
  });
