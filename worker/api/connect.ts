import { Connect } from '../../shared/contract/auth.ts';
import { limits } from '../../shared/contract/limits.ts';
import { type ConnectCode, codeFault, connectDevice, keepConnectCode } from '../store/codes.ts';
import { sha256Hex } from '../store/sha256.ts';
import { readMe } from './answer-me.ts';
import { newApp } from './app.ts';
import { Fault } from './fault.ts';
import { newTypedCode, readTypedCode, spellCode } from './new-code.ts';
import { newDevice } from './new-device.ts';
import { readJson } from './read-json.ts';
import { onThePage } from './session.ts';
import { countGuesses } from './throttle.ts';

/** The first four characters say which code is meant, so that wrong last fours can be counted against it. */
const asConnectCode = async (code: string): Promise<ConnectCode> => ({
  handle: code.slice(0, 4),
  hash: await sha256Hex(code),
});

export const connect = newApp()
  .post('/auth/connect-codes', async (c) => {
    const { person } = onThePage(c);
    const now = Date.now();
    for (;;) {
      const code = newTypedCode(8);
      if (await keepConnectCode(c.env.DB, await asConnectCode(code), person, now)) {
        return c.json({ code: spellCode(code), expiresAt: now + limits.connectMinutes * 60_000 }, 201);
      }
    }
  })
  .post('/auth/connect', async (c) => {
    const { code, name } = await readJson(c, Connect);
    const { token, device } = await newDevice('extension', name);
    const typed = await asConnectCode(readTypedCode(code));
    await countGuesses(c, 'short', async () => {
      if (await connectDevice(c.env.DB, typed, device)) return;
      throw new Fault((await codeFault(c.env.DB, typed.hash, 'connect', device.now)) ?? 'code-used');
    });
    return c.json({ device: device.id, token, me: await readMe(c, device.id) }, 201);
  });
