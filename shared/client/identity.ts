import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import * as z from 'zod/mini';
import type { Me } from '../contract/people.ts';
import { MeAnswer, Nothing } from './answers.ts';
import type { Ask } from './request.ts';

type CodeKind = 'setup' | 'invite' | 'recovery';
type DeviceName = { name: string };

/** WebAuthn's options are read by the browser itself, which knows them better than a schema of ours. */
const ceremonyOf = <Options extends object>() =>
  z.object({
    ceremony: z.string(),
    options: z.custom<Options>((value) => typeof value === 'object' && value),
  });
const Registering = ceremonyOf<PublicKeyCredentialCreationOptionsJSON>();
const SigningIn = ceremonyOf<PublicKeyCredentialRequestOptionsJSON>();

/** Passkeys, and who one is. */
export const identityCalls = (ask: Ask) => {
  const post = <T>(path: string, body: unknown, answer: z.ZodMiniType<T>) =>
    ask({ method: 'POST', path: `/api/auth/${path}`, body, answer });
  const meOf = async (answer: Promise<{ me: Me }>): Promise<Me> => (await answer).me;

  return {
    me: () => meOf(ask({ path: '/api/auth/me', answer: MeAnswer })),
    rename: (name: string) =>
      meOf(ask({ method: 'PATCH', path: '/api/auth/me', body: { name }, answer: MeAnswer })),
    signOut: async (everywhere: boolean): Promise<void> => {
      await post('sign-out', { everywhere }, Nothing);
    },
    registerOptions: (asked: { name: string; code: string; codeKind: CodeKind }) =>
      post('register/options', asked, Registering),
    registerVerify: (done: { ceremony: string; response: RegistrationResponseJSON; device: DeviceName }) =>
      meOf(post('register/verify', done, MeAnswer)),
    signInOptions: () => post('sign-in/options', {}, SigningIn),
    signInVerify: (done: { ceremony: string; response: AuthenticationResponseJSON; device: DeviceName }) =>
      meOf(post('sign-in/verify', done, MeAnswer)),
    addPasskeyOptions: () => post('passkeys/options', {}, Registering),
    addPasskeyVerify: async (done: {
      ceremony: string;
      response: RegistrationResponseJSON;
    }): Promise<void> => {
      await post('passkeys/verify', done, Nothing);
    },
  };
};
