import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { Me, PersonName } from './people.ts';
import { line } from './text.ts';

/** A secret as a person pasted or typed it; what it is worth, the Worker says. */
export const Code = z.string().check(z.minLength(1), z.maxLength(200));

/** What a device calls itself in *My devices*. */
const DeviceName = line(limits.nameLength);
export const DeviceMake = z.strictObject({ name: DeviceName });

/** A set-up link makes the operator, an invite a member of its group; a recovery code is for someone already here. */
export const RegisterStart = z.discriminatedUnion('codeKind', [
  z.strictObject({ codeKind: z.literal('setup'), code: Code, name: PersonName }),
  z.strictObject({ codeKind: z.literal('invite'), code: Code, name: PersonName }),
  z.strictObject({ codeKind: z.literal('recovery'), code: Code, name: z.optional(z.string()) }),
]);
export type RegisterStart = z.infer<typeof RegisterStart>;

/** Names a WebAuthn ceremony between its two requests; good once, for some minutes. */
const Ceremony = z.string().check(z.regex(/^[\w-]{43}$/));

/** `options` go to the authenticator as they are: `…OptionsJSON` of WebAuthn level 3. */
export const CeremonyStarted = z.object({
  ceremony: z.string(),
  options: z.looseObject({ challenge: z.string() }),
});
/** `response` is what the authenticator said, as JSON of WebAuthn level 3. */
const CeremonyAnswer = z.strictObject({ ceremony: Ceremony, response: z.looseObject({ id: z.string() }) });
export const PasskeyAdd = CeremonyAnswer;
/** Registering and signing in also make a device: the page's session. */
export const CeremonyFinish = z.extend(CeremonyAnswer, { device: DeviceMake });

export const NameChange = z.strictObject({ name: PersonName });
export const SignOut = z.strictObject({ everywhere: z.boolean() });
export const Connect = z.strictObject({ code: Code, name: DeviceName });

export const MeAnswer = z.object({ me: Me });
