import type { Id } from '../contract/ids.ts';
import { ConnectCode, type Device, DeviceMade, Devices, RecoveryCodes } from '../contract/people.ts';
import { Nothing } from './nothing.ts';
import type { Ask } from './request.ts';

/** My devices, connecting the extension, and the way back in. */
export const deviceCalls = (ask: Ask) => ({
  devices: async (): Promise<Device[]> => (await ask({ path: '/api/auth/devices', answer: Devices })).devices,
  revokeDevice: async (id: Id): Promise<void> => {
    await ask({ method: 'DELETE', path: `/api/auth/devices/${id}`, answer: Nothing });
  },
  /** A token for the extension; answered to the signed-in page's own origin alone. */
  makeDevice: (name: string) =>
    ask({ method: 'POST', path: '/api/auth/devices', body: { name }, answer: DeviceMade }),
  connectCode: () => ask({ method: 'POST', path: '/api/auth/connect-codes', body: {}, answer: ConnectCode }),
  connect: (code: string, name: string) =>
    ask({ method: 'POST', path: '/api/auth/connect', body: { code, name }, answer: DeviceMade }),
  /** Shown once; they replace the ones before. */
  recoveryCodes: async (): Promise<string[]> =>
    (await ask({ method: 'POST', path: '/api/auth/recovery-codes', body: {}, answer: RecoveryCodes })).codes,
});
