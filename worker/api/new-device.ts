import { newId } from '../../shared/contract/ids.ts';
import type { Device } from '../../shared/contract/people.ts';
import type { NewDevice } from '../store/devices.ts';
import { sha256Hex } from '../store/sha256.ts';
import { newSecret } from './new-code.ts';

/** A device to be, and the token that will be answered once. */
export const newDevice = async (
  kind: Device['kind'],
  name: string,
): Promise<{ token: string; device: NewDevice }> => {
  const token = newSecret();
  return { token, device: { id: newId(), tokenHash: await sha256Hex(token), kind, name, now: Date.now() } };
};
