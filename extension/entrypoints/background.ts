import { defineBackground } from 'wxt/utils/define-background';
import { onAlarm, startAlarm } from '../platform/alarm.ts';
import { answer } from '../platform/calls.ts';
import { forget, keep, readKept } from '../platform/kept.ts';
import { onStart } from '../platform/lifetime.ts';
import { makeMenu, onMenu } from '../platform/menu.ts';
import { endDelivery, endFinished, startDelivery } from '../platform/offscreen.ts';

/** Stopped by the browser whenever it likes, so it holds nothing: it opens what works, and writes down how it went. */
export default defineBackground(() => {
  const deliver = async (): Promise<null> => {
    if ((await readKept()).connection) await startDelivery();
    return null;
  };

  onStart(() => {
    void makeMenu();
    void startAlarm();
    void deliver();
  });
  onAlarm(() => void deliver());
  onMenu();
  answer({
    deliver,
    stop: async () => {
      await endDelivery();
      return null;
    },
    whose: async () => (await readKept()).connection,
    delivered: async ({ groups, signedOut, done }) => {
      const { connection } = await readKept();
      if (connection && signedOut) await forget(connection.origin);
      else if (connection) await keep({ groups });
      if (done) await endFinished();
      return null;
    },
  });
});
