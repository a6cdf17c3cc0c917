import { afterAll, beforeAll, expect, it } from 'vitest';
import { has, see, until } from '../harness/hands.ts';
import { digestsOnDevice } from '../harness/kept-files.ts';
import { begin, openRecorderSite, type RecorderSite } from '../recording/recorder-site.ts';

let site: RecorderSite;
beforeAll(async () => {
  site = await openRecorderSite();
});
afterAll(() => site.close());

/** Leaves so many bytes free of what the browser allows this origin. */
const leaveFree = async (page: Awaited<ReturnType<RecorderSite['openRecorder']>>, bytes: number) => {
  const cdp = await page.createCDPSession();
  const { origin } = new URL(page.url());
  const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin });
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + bytes });
  return () => cdp.send('Storage.overrideQuotaForOrigin', { origin });
};

it('says before the take that there is little room', async () => {
  const page = await site.openRecorder();
  const undo = await leaveFree(page, 20_000_000);
  await page.reload();
  await see(page, 'MB left for Chalkloop');
  await see(page, 'free some space first');
  await undo();
  await page.close();
});

it('ends a take that fills the device, keeps all that was closed, and says what to do', async () => {
  const page = await site.openRecorder();
  page.setDefaultTimeout(60_000);
  await begin(page);
  await until('segments on the device', async () => Object.keys(await digestsOnDevice(page)).length >= 4);
  const before = await digestsOnDevice(page);
  // A browser looks anew at how much there is once in a while only.
  const undo = await leaveFree(page, 10_000);
  await has(page, 'heading', 'Look at your demo');
  await see(page, 'There is no room left on this device, so the take ended here');
  await see(page, 'Free some space before you record more');
  expect(await digestsOnDevice(page)).toMatchObject(before);
  await undo();
  await page.close();
});
