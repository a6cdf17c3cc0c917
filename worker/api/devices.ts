import { DeviceMake } from '../../shared/contract/auth.ts';
import { listDevices, makeDevice, revokeDevice } from '../store/devices.ts';
import { readMe } from './answer-me.ts';
import { newApp } from './app.ts';
import { Fault } from './fault.ts';
import { newDevice } from './new-device.ts';
import { pathId } from './path-id.ts';
import { readJson } from './read-json.ts';
import { onThePage, signedIn } from './session.ts';

export const devices = newApp()
  .get('/auth/devices', async (c) => {
    const { person, device: current } = signedIn(c);
    const mine = await listDevices(c.env.DB, person, Date.now());
    return c.json({ devices: mine.map((device) => ({ ...device, current: device.id === current })) });
  })
  // The extension's Connect: its script asks in the page, so that the cookie says who.
  .post('/auth/devices', async (c) => {
    const { person } = onThePage(c);
    const { name } = await readJson(c, DeviceMake);
    const { token, device } = await newDevice('extension', name);
    if (!(await makeDevice(c.env.DB, device, person))) throw new Fault('not-signed-in');
    return c.json({ device: device.id, token, me: await readMe(c, device.id) }, 201);
  })
  .delete('/auth/devices/:device', async (c) => {
    const { person } = signedIn(c);
    if (!(await revokeDevice(c.env.DB, person, pathId(c, 'device'), Date.now())))
      throw new Fault('not-found');
    return c.json({});
  });
