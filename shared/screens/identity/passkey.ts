import type { Client } from '../../client/create-client.ts';
import type { Me } from '../../contract/people.ts';
import { deviceName } from './device-name.ts';

type RegisterAsked = Parameters<Client['registerOptions']>[0];

/** This browser has no WebAuthn. What an authenticator itself refuses comes as the browser's own exception. */
class PasskeyError extends Error {
  readonly code = 'passkey-unsupported';
}

/** Called when a screen opens, so that a press leads straight to the prompt: Safari ties it to the gesture. */
export const loadPasskeys = async () => {
  const webauthn = await import('@simplewebauthn/browser');
  if (!webauthn.browserSupportsWebAuthn()) throw new PasskeyError();
  return webauthn;
};

/** Makes a passkey for a new person, or for one who comes back with a recovery code. Throws what `errorText` knows. */
export const register = async (client: Client, asked: RegisterAsked): Promise<Me> => {
  const { startRegistration } = await loadPasskeys();
  const { ceremony, options } = await client.registerOptions(asked);
  const response = await startRegistration({ optionsJSON: options });
  return client.registerVerify({ ceremony, response, device: { name: deviceName() } });
};

export const signIn = async (client: Client): Promise<Me> => {
  const { startAuthentication } = await loadPasskeys();
  const { ceremony, options } = await client.signInOptions();
  const response = await startAuthentication({ optionsJSON: options });
  return client.signInVerify({ ceremony, response, device: { name: deviceName() } });
};

export const addPasskey = async (client: Client): Promise<void> => {
  const { startRegistration } = await loadPasskeys();
  const { ceremony, options } = await client.addPasskeyOptions();
  const response = await startRegistration({ optionsJSON: options });
  await client.addPasskeyVerify({ ceremony, response });
};
