import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import {
  COSEALG,
  decodeAttestationObject,
  isoBase64URL,
  isoUint8Array,
} from '@simplewebauthn/server/helpers';
import type { Context } from 'hono';
import { limits } from '../../shared/contract/limits.ts';
import { findPasskey, type Passkey } from '../store/passkeys.ts';
import type { AppEnv } from './app.ts';
import { Fault } from './fault.ts';
import { ownOrigin } from './session.ts';

const timeout = limits.ceremonyMinutes * 60_000;
/** Every authenticator speaks one of the two. */
const supportedAlgorithmIDs = [COSEALG.ES256, COSEALG.RS256];
const knownTransports = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

const relyingParty = (c: Context<AppEnv>) => new URL(c.req.url).hostname;

export const registrationOptions = (
  c: Context<AppEnv>,
  person: { id: string; name: string },
  excludeCredentials: { id: string; transports: string[] }[] = [],
) =>
  generateRegistrationOptions({
    rpName: 'Chalkloop',
    rpID: relyingParty(c),
    userID: isoUint8Array.fromUTF8String(person.id),
    userName: person.name,
    userDisplayName: person.name,
    timeout,
    attestationType: 'none',
    excludeCredentials,
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'preferred',
    },
    supportedAlgorithmIDs,
  });

export const signInOptions = (c: Context<AppEnv>) =>
  generateAuthenticationOptions({ rpID: relyingParty(c), timeout, userVerification: 'preferred' });

/** Whatever the library finds wrong, the answer is one: it helps a forger with nothing. */
const orRefuse = async <T>(verify: () => Promise<T>): Promise<T> => {
  try {
    return await verify();
  } catch {
    throw new Fault('passkey-refused');
  }
};

/**
 * None was asked for. Certificates in one would have the library fetch revocation lists, from addresses that
 * come with them, and this Worker fetches nothing.
 */
const refuseCertificates = (attestationObject: string): void => {
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = attestation.get('fmt');
  const isSelfSigned = format === 'packed' && attestation.get('attStmt').get('x5c') === undefined;
  if (format !== 'none' && !isSelfSigned) throw new Fault('passkey-refused');
};

/**
 * `response` as it came: the library and this check each part of it before they use it. A passkey that is
 * somebody's already is nobody else's (WebAuthn 3, 7.1, step 26).
 */
export const verifyNewPasskey = async (
  c: Context<AppEnv>,
  challenge: string,
  response: { id: string },
): Promise<Passkey> => {
  const passkey = await orRefuse(async () => {
    const sent = response as RegistrationResponseJSON;
    refuseCertificates(sent.response.attestationObject);
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: sent,
      expectedChallenge: challenge,
      expectedOrigin: ownOrigin(c),
      expectedRPID: relyingParty(c),
      requireUserVerification: false,
      supportedAlgorithmIDs,
    });
    if (!verified) throw new Fault('passkey-refused');
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    const known = transports.filter((transport) => knownTransports.has(transport));
    return { id, publicKey, counter, transports: known };
  });
  if (await findPasskey(c.env.DB, passkey.id)) throw new Fault('passkey-refused');
  return passkey;
};

/** The passkey's new count of uses; `person` must be whom the authenticator says it belongs to. */
export const verifyPasskeyUse = (
  c: Context<AppEnv>,
  challenge: string,
  response: { id: string },
  passkey: Passkey & { person: string },
) =>
  orRefuse(async (): Promise<number> => {
    const sent = response as AuthenticationResponseJSON;
    const { userHandle } = sent.response;
    if (userHandle !== undefined && isoBase64URL.toUTF8String(userHandle) !== passkey.person) {
      throw new Fault('passkey-refused');
    }
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: sent,
      expectedChallenge: challenge,
      expectedOrigin: ownOrigin(c),
      expectedRPID: relyingParty(c),
      credential: { id: passkey.id, publicKey: passkey.publicKey, counter: passkey.counter },
      requireUserVerification: false,
    });
    if (!verified) throw new Fault('passkey-refused');
    return authenticationInfo.newCounter;
  });
