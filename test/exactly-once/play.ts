import type { Send } from '../../shared/client/session.ts';
import type { Me } from '../../shared/contract/people.ts';
import { type Act, doLocally } from './acts.ts';
import { type Clock, type Device, openDevice } from './device.ts';
import { expectNothingLost, expectOwnWords, expectSame } from './expect-equal.ts';
import { createLedger } from './ledger.ts';
import { createWitness } from './writes.ts';

export type Player = { name: string; me: Me; send: Send };

const hour = 3_600_000;

/** The network holds from now on: every device says and hears all there is. */
const settle = async (devices: readonly Device[], clock: Clock): Promise<void> => {
  for (const device of devices) await device.arriveLate();
  for (let round = 0; round < 12; round += 1) {
    let left = 0;
    for (const device of devices) {
      clock.ms += hour;
      left += (await device.sync()).left;
    }
    if (round > 1 && left === 0) return;
  }
  throw new Error('the outboxes never emptied');
};

/** Plays the acts on the players' devices, lets the network heal, and expects that all is told and nothing lost. */
export const play = async (
  players: readonly Player[],
  space: string,
  acts: readonly Act[],
): Promise<void> => {
  const clock: Clock = { ms: Date.now() };
  const ledger = createLedger();
  const witness = createWitness();
  const devices: Device[] = [];
  for (const { name, me, send } of players)
    devices.push(await openDevice(name, me, witness.watch(send), clock));

  try {
    for (const act of acts) {
      const device = devices[act.on];
      if (!device) continue;
      clock.ms += 1_000;
      if (act.does === 'restart') await device.restart();
      else if (act.does === 'late') await device.arriveLate();
      else if (act.does === 'sync') {
        const { meanwhile } = act;
        await device.sync(act.how, act.fates, async () => {
          if (meanwhile) await doLocally(device, space, ledger, meanwhile);
        });
      } else await doLocally(device, space, ledger, act);
      await expectOwnWords(device, ledger);
    }
    await settle(devices, clock);
    witness.expectNothingTwice();
    for (const [at, { me, send }] of players.entries()) {
      const device = devices[at];
      if (!device) continue;
      await expectSame(device, send, space);
      await expectNothingLost(
        send,
        space,
        ledger,
        devices.filter((other) => other.me.id === me.id),
      );
    }
  } finally {
    for (const device of devices) device.close();
  }
};
