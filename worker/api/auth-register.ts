import { CeremonyFinish, RegisterStart } from '../../shared/contract/auth.ts';
import { newId } from '../../shared/contract/ids.ts';
import { recoverPerson, registerInvited, registerOperator } from '../store/people.ts';
import { answerMe } from './answer-me.ts';
import { newApp } from './app.ts';
import { endCeremony, startCeremony } from './ceremony.ts';
import { checkEntryCode, hashEntryCode, personToRegister } from './entry-code.ts';
import { Fault } from './fault.ts';
import { newDevice } from './new-device.ts';
import { readJson } from './read-json.ts';
import { fromOwnPage, setSessionCookie } from './session.ts';
import { countGuesses, holdFloods } from './throttle.ts';
import { registrationOptions, verifyNewPasskey } from './webauthn.ts';

type Detail = {
  codeKind: RegisterStart['codeKind'];
  codeHash: string;
  person: { id: string; name: string };
};

const register = { setup: registerOperator, invite: registerInvited, recovery: recoverPerson };

/** A passkey for somebody whom a code lets in: the operator, a new member, or one who lost theirs. */
export const authRegister = newApp()
  .post('/auth/register/options', async (c) => {
    const start = await readJson(c, RegisterStart);
    const codeHash = await hashEntryCode(start.codeKind, start.code);
    await countGuesses(c, 'long', () => checkEntryCode(c.env.DB, start.codeKind, codeHash));
    const person = await personToRegister(c.env.DB, start, codeHash);
    const detail: Detail = { codeKind: start.codeKind, codeHash, person };
    return c.json(await startCeremony(c, 'register', await registrationOptions(c, person), detail));
  })
  .post('/auth/register/verify', async (c) => {
    fromOwnPage(c);
    await holdFloods(c, 'SIGN_IN_LIMIT');
    const finish = await readJson(c, CeremonyFinish);
    const { challenge, detail } = await endCeremony<Detail>(c, 'register', finish.ceremony);
    const passkey = await verifyNewPasskey(c, challenge, finish.response);
    const { token, device } = await newDevice('page', finish.device.name);
    const { codeKind, codeHash } = detail;
    const person = { ...detail.person, ownSpace: newId() };
    if (!(await register[codeKind](c.env.DB, { person, passkey, device, codeHash }))) {
      // The code served when the ceremony began: somebody else has used it since, or it was taken back.
      await checkEntryCode(c.env.DB, codeKind, codeHash);
      throw new Fault('code-used');
    }
    setSessionCookie(c, token);
    return answerMe(c, device.id);
  });
