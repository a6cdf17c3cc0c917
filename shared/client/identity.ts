import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import type * as z from 'zod/mini';
import { CeremonyStarted, MeAnswer, type RegisterStart } from '../contract/auth.ts';
import type { Me } from '../contract/people.ts';
import { Nothing } from './nothing.ts';
import type { Ask } from './request.ts';

type DeviceName = { name: string };
type Started<Options> = { ceremony: string; options: Options };

/** Passkeys, and who one is. */
export const identityCalls = (ask: Ask) => {
  const post = <T>(path: string, body: unknown, answer: z.ZodMiniType<T>) =>
    ask({ method: 'POST', path: `/api/auth/${path}`, body, answer });
  const meOf = async (answer: Promise<{ me: Me }>): Promise<Me> => (await answer).me;
  const start = async <Options>(path: string, body: unknown): Promise<Started<Options>> => {
    const { ceremony, options } = await post(path, body, CeremonyStarted);
    // The browser reads WebAuthn's options itself, and refuses what is none; a schema of ours would be a guess.
    return { ceremony, options: options as Options };
  };

  return {
    me: () => meOf(ask({ path: '/api/auth/me', answer: MeAnswer })),
    rename: (name: string) =>
      meOf(ask({ method: 'PATCH', path: '/api/auth/me', body: { name }, answer: MeAnswer })),
    signOut: async (everywhere: boolean): Promise<void> => {
      await post('sign-out', { everywhere }, Nothing);
    },
    registerOptions: (asked: RegisterStart) =>
      start<PublicKeyCredentialCreationOptionsJSON>('register/options', asked),
    registerVerify: (done: { ceremony: string; response: RegistrationResponseJSON; device: DeviceName }) =>
      meOf(post('register/verify', done, MeAnswer)),
    signInOptions: () => start<PublicKeyCredentialRequestOptionsJSON>('sign-in/options', {}),
    signInVerify: (done: { ceremony: string; response: AuthenticationResponseJSON; device: DeviceName }) =>
      meOf(post('sign-in/verify', done, MeAnswer)),
    addPasskeyOptions: () => start<PublicKeyCredentialCreationOptionsJSON>('passkeys/options', {}),
    addPasskeyVerify: async (done: {
      ceremony: string;
      response: RegistrationResponseJSON;
    }): Promise<void> => {
      await post('passkeys/verify', done, Nothing);
    },
  };
};
