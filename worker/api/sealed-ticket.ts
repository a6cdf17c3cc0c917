import { decodeBase64Url, encodeBase64Url } from 'hono/utils/encode';
import * as z from 'zod/mini';
import { Id } from '../../shared/contract/ids.ts';

/** What a ticket lets its bearer ask for: the files of one record, as one person on one device. */
const Pass = z.object({ space: Id, record: Id, person: Id, device: Id, expiresAt: z.int() });
export type Pass = z.infer<typeof Pass>;

const base64Url = (bytes: ArrayBufferLike): string => encodeBase64Url(bytes).replaceAll('=', '');

const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** Signs and verifies with the key that wrangler binds; made once a request. */
export const ticketSeal = async (ticketKey: string) => {
  const key = await crypto.subtle.importKey('raw', decodeBase64Url(ticketKey), hmac, false, [
    'sign',
    'verify',
  ]);
  return {
    /** `base64url(payload).base64url(HMAC-SHA-256)`: one segment of a path. */
    seal: async ({ space, record, person, device, expiresAt }: Pass): Promise<string> => {
      const payload = new TextEncoder().encode(JSON.stringify({ space, record, person, device, expiresAt }));
      const signature = await crypto.subtle.sign('HMAC', key, payload);
      return `${base64Url(payload.buffer)}.${base64Url(signature)}`;
    },
    /** Null for whatever this key did not sign. */
    open: async (ticket: string): Promise<Pass | null> => {
      const parts = ticket.match(/^((?:[\w-]{4}){1,250}(?:[\w-]{2,3})?)\.([\w-]{43})$/);
      if (!parts?.[1] || !parts[2]) return null;
      const payload = decodeBase64Url(parts[1]);
      if (!(await crypto.subtle.verify('HMAC', key, decodeBase64Url(parts[2]), payload))) return null;
      return Pass.parse(JSON.parse(new TextDecoder().decode(payload)));
    },
  };
};
