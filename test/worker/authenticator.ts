import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';
import { origin } from './worker.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const { fromBuffer: toBase64, toBuffer: fromBase64 } = isoBase64URL;
const bytesOf = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text));
const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const concat = (...parts: Bytes[]): Bytes => Uint8Array.from(parts.flatMap((part) => [...part]));
const uint = (value: number, length: number): Bytes =>
  Uint8Array.from({ length }, (_, index) => (value >> (8 * (length - 1 - index))) & 255);

/** DER: what WebAuthn sends, and WebCrypto does not make. */
const asDer = (raw: Bytes): Bytes => {
  const integer = (part: Bytes) => {
    const start = part.findIndex((byte) => byte !== 0);
    const value = [...part.slice(start)];
    if ((value[0] ?? 0) > 127) value.unshift(0);
    return [2, value.length, ...value];
  };
  const body = [...integer(raw.slice(0, 32)), ...integer(raw.slice(32))];
  return Uint8Array.from([48, body.length, ...body]);
};

/** What a dishonest browser or a copied key would say instead. */
export type Lies = {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  counter?: number;
  userHandle?: string;
};

/** A passkey of its own in software (ES256): counts each use, unless it is told to count nothing. */
export const makeAuthenticator = async ({ counts = true } = {}) => {
  const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  if (!('privateKey' in key)) throw new Error('An asymmetric key is a pair.');
  const jwk = (await crypto.subtle.exportKey('jwk', key.publicKey)) as JsonWebKey;
  const id = crypto.getRandomValues(new Uint8Array(16));
  let counter = counts ? 1 : 0;
  let userHandle = '';

  const clientData = (type: string, challenge: string, lies: Lies) =>
    bytesOf(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: false,
      }),
    );
  /** User present and verified. */
  const authenticatorData = async (flags: number, lies: Lies, ...rest: Bytes[]) =>
    concat(
      await sha256(bytesOf(lies.rpId ?? new URL(origin).hostname)),
      uint(0b101 | flags, 1),
      uint(lies.counter ?? counter, 4),
      ...rest,
    );
  /** COSE_Key (RFC 9053, 7.1.1): EC2, ES256, P-256, x, y. */
  const publicKey = () =>
    isoCBOR.encode(
      new Map<number, number | Bytes>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, fromBase64(jwk.x ?? '')],
        [-3, fromBase64(jwk.y ?? '')],
      ]),
    );

  return {
    id: toBase64(id),

    create: async (
      options: PublicKeyCredentialCreationOptionsJSON,
      lies: Lies = {},
    ): Promise<RegistrationResponseJSON> => {
      userHandle = options.user.id;
      const credential = concat(new Uint8Array(16), uint(id.length, 2), id, publicKey());
      const attestationObject = isoCBOR.encode(
        new Map<string, string | Bytes | Map<string, never>>([
          ['fmt', 'none'],
          ['attStmt', new Map<string, never>()],
          ['authData', await authenticatorData(0b1000000, lies, credential)],
        ]),
      );
      return {
        id: toBase64(id),
        rawId: toBase64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: toBase64(clientData('webauthn.create', options.challenge, lies)),
          attestationObject: toBase64(attestationObject),
          transports: ['internal', 'hybrid', '<script>'],
        },
      };
    },

    use: async (
      options: PublicKeyCredentialRequestOptionsJSON,
      lies: Lies = {},
    ): Promise<AuthenticationResponseJSON> => {
      if (counts) counter += 1;
      const data = await authenticatorData(0, lies);
      const client = clientData('webauthn.get', options.challenge, lies);
      const signed = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        key.privateKey,
        concat(data, await sha256(client)),
      );
      return {
        id: toBase64(id),
        rawId: toBase64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: toBase64(client),
          authenticatorData: toBase64(data),
          signature: toBase64(asDer(new Uint8Array(signed))),
          userHandle: lies.userHandle ?? userHandle,
        },
      };
    },
  };
};

export type Authenticator = Awaited<ReturnType<typeof makeAuthenticator>>;
