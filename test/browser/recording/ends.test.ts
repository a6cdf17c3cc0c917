import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCamera } from '../harness/camera.ts';
import { until } from '../harness/hands.ts';
import { loudness, standing } from './look-at.ts';
import { lookInto } from './look-into.ts';
import { type OpenedStudio, openStudio, seconds } from './studio.ts';

let studio: OpenedStudio;
const open = () => studio.page.evaluate(() => window.studio.open());
const start = (fullAfter?: number) =>
  studio.page.evaluate((after) => window.studio.start(120, after), fullAfter);
const stop = () => studio.page.evaluate(() => window.studio.stop());
const lost = () => studio.page.evaluate(() => window.studio.lost());
const pauses = () => studio.page.evaluate(() => window.studio.pauses());
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

  it.each(['video', 'audio'] as const)(
    'goes on with another device when the %s one is unplugged',
    async (kind) => {
      await open();
      await start();
      await seconds(2);
      await studio.page.evaluate((one) => window.studio.unplug(one), kind);
      await seconds(3);
      expect(await studio.page.evaluate(() => window.studio.pauses())).toBe(0);
      const outcome = await stop();
      if (!outcome || !('take' in outcome)) throw new Error(JSON.stringify(outcome));
      const file = await studio.playlist([outcome.take]);
      const { video, audio } = await lookInto(file);
      expect(video.seconds).toBeGreaterThan(4.5);
      expect(Math.abs(audio.seconds - video.seconds)).toBeLessThan(0.1);
      // The fake camera's picture moves and the fake microphone sounds: what stands or is silent came from nothing.
      expect(await standing(file, 3.5)).toBe(false);
      expect(await loudness(file, 3.5)).toBeGreaterThan(-40);
    },
  );

  it.each([
    ['video', 'camera'],
    ['audio', 'microphone'],
  ] as const)(
    'pauses when the only %s device is unplugged, and goes on when one is back',
    async (kind, device) => {
      await open();
      await start();
      await seconds(3);
      await studio.page.evaluate((one) => {
        window.studio.lend('no-microphone');
        window.studio.unplug(one);
      }, kind);
      await until('the take is paused', async () => (await pauses()) === 1);
      expect(await lost()).toEqual([device]);
      const paused = await studio.page.evaluate(() => window.studio.seconds());
      await studio.page.evaluate(() => window.studio.resume());
      await seconds(1.5);
      expect(await studio.page.evaluate(() => window.studio.seconds())).toBeCloseTo(paused, 0);
      await studio.page.evaluate(() => window.studio.plug());
      await until('the device is back', async () => (await lost())?.length === 0);
      await studio.page.evaluate(() => window.studio.resume());
      await seconds(2);
      const outcome = await stop();
      if (!outcome || !('take' in outcome)) throw new Error(JSON.stringify(outcome));
      const { video, audio } = await lookInto(await studio.playlist([outcome.take]));
      expect(video.seconds).toBeGreaterThan(paused + 1.5);
      expect(video.seconds).toBeLessThan(paused + 3.2);
      expect(Math.abs(audio.seconds - video.seconds)).toBeLessThan(0.1);
    },
  );

  it('ends when nothing more can be kept, and keeps what was', async () => {
    await open();
    await start(6);
    const outcome = await finished();
    expect(outcome).toMatchObject({ reason: 'not-kept' });
    if (!outcome || !('take' in outcome)) return;
    const { video } = await lookInto(await studio.playlist([outcome.take]));
    expect(video.seconds).toBeGreaterThan(1.9);
  });

  it('says when a camera sends no picture, and when it does', async () => {
    await studio.page.evaluate(() => window.studio.lend('blind'));
    await open();
    const news = () => studio.page.evaluate(() => window.studio.news());
    await until('it is said', async () => (await news()).includes('no-picture'));
    await studio.page.evaluate(() => window.studio.see());
    await until('it is taken back', async () => (await news()).at(-1) === 'picture');
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
