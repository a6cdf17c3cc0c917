import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCamera } from '../harness/camera.ts';
import { lookInto } from './look-into.ts';
import { type OpenedStudio, openStudio, seconds } from './studio.ts';

let studio: OpenedStudio;
const open = () => studio.page.evaluate(() => window.studio.open());
const start = (fullAfter?: number) =>
  studio.page.evaluate((after) => window.studio.start(120, after), fullAfter);
const stop = () => studio.page.evaluate(() => window.studio.stop());
const finished = () => studio.page.evaluate(() => window.studio.finished());

describe('with a camera', () => {
  // A browser for each: Chromium's fake camera, lent to one page after another, now and then gives no frames.
  beforeEach(async () => {
    studio = await openStudio({ camera: await makeCamera() });
  });
  afterEach(() => studio?.close());

  it('says so when there is no microphone', async () => {
    await studio.page.evaluate(() => window.studio.lend('no-microphone'));
    expect(await open()).toEqual({ failed: 'no-microphone' });
  });

  it('says so when the browser has no encoder', async () => {
    await studio.page.evaluate(() => Reflect.deleteProperty(window, 'VideoEncoder'));
    await open();
    expect(await start()).toEqual({ failed: 'cannot-record' });
  });

  it('takes no encoder’s word for it', async () => {
    await studio.page.evaluate(() => {
      VideoEncoder.prototype.encode = () => {
        throw new DOMException('no', 'EncodingError');
      };
    });
    await open();
    expect(await start()).toEqual({ failed: 'cannot-record' });
  });

  it('takes a recording under a second for a slip, and records again', async () => {
    await open();
    await start();
    await seconds(0.4);
    expect(await stop()).toEqual({ failed: 'too-short' });
    expect(await start()).toBeNull();
    await seconds(1.5);
    expect(await stop()).toHaveProperty('take');
  });

  it.each(['video', 'audio'] as const)('keeps what there is when the %s device is lost', async (kind) => {
    await open();
    await start();
    await seconds(3);
    await studio.page.evaluate((one) => window.studio.unplug(one), kind);
    const outcome = await finished();
    expect(outcome).toMatchObject({ reason: 'device-lost' });
    if (!outcome || !('take' in outcome)) return;
    const { video, audio } = await lookInto(await studio.playlist([outcome.take]));
    expect(video.seconds).toBeGreaterThan(2.7);
    expect(Math.abs(audio.seconds - video.seconds)).toBeLessThan(0.1);
  });

  it('ends when nothing more can be kept, and keeps what was', async () => {
    await open();
    await start(6);
    const outcome = await finished();
    expect(outcome).toMatchObject({ reason: 'not-kept' });
    if (!outcome || !('take' in outcome)) return;
    const { video } = await lookInto(await studio.playlist([outcome.take]));
    expect(video.seconds).toBeGreaterThan(1.9);
  });

  it('hears the microphone', async () => {
    await open();
    const { peak, isHeard } = await studio.page.evaluate(() => window.studio.level());
    expect(isHeard).toBe(true);
    expect(peak).toBeGreaterThan(0.0015);
  });

  it('switches both off when it is closed', async () => {
    await open();
    await studio.page.evaluate(() => window.studio.close());
    const tracks = await studio.page.evaluate(() => window.studio.tracks());
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
  });
});

describe('without', () => {
  afterEach(() => studio?.close());

  it('says so when there is no camera', async () => {
    studio = await openStudio();
    expect(await open()).toEqual({ failed: 'no-camera' });
  });

  it('says so when permission is refused', async () => {
    const camera = await makeCamera();
    studio = await openStudio({ camera, args: ['--use-fake-ui-for-media-stream=deny'] });
    expect(await open()).toEqual({ failed: 'permission-refused' });
  });
});
