import { limits } from '../../shared/contract/limits.ts';
import { replaceRecoveryCodes } from '../store/codes.ts';
import { sha256Hex } from '../store/sha256.ts';
import { newApp } from './app.ts';
import { newTypedCode, spellCode } from './new-code.ts';
import { onThePage } from './session.ts';

/** 80 bits: beyond guessing, and still to be copied by hand. */
const codeLength = 16;

/** Using one is registering with it: `auth-register.ts`. */
export const recovery = newApp().post('/auth/recovery-codes', async (c) => {
  const { person } = onThePage(c);
  const codes = Array.from({ length: limits.recoveryCodes }, () => newTypedCode(codeLength));
  await replaceRecoveryCodes(c.env.DB, await Promise.all(codes.map(sha256Hex)), person, Date.now());
  return c.json({ codes: codes.map(spellCode) }, 201);
});
