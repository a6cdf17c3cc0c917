import { limits } from '../../shared/contract/limits.ts';

/** A little over the largest thing that anyone should send. */
const drainMost = 2 * limits.fileBytes;

/**
 * Reads and forgets what a request still sends: a client that is cut off while sending never hears why.
 * Whoever sends more than anyone should is cut off.
 */
export const drain = async (request: Request): Promise<void> => {
  const { body } = request;
  if (!body || body.locked) return;
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > drainMost) return;
  }
};
