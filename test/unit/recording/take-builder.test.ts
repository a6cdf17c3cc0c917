import { expect, it } from 'vitest';
import { Take } from '../../../shared/contract/kinds/demo.ts';
import { createTakeBuilder } from '../../../shared/recording/take/take-builder.ts';

const begun = () => {
  const builder = createTakeBuilder();
  builder.describe('video', 'avc1.64001f', 1280, 720);
  builder.describe('audio', 'mp4a.40.2');
  builder.init('video', 't0-v-init.mp4', 57_600);
  builder.init('audio', 't0-a-init.mp4', 48_000);
  return builder;
};

it('has no take while a rendition has no closed segment', () => {
  const builder = begun();
  expect(builder.take()).toBeNull();
  builder.segment('video', { name: 't0-v-0001.m4s', seconds: 2 });
  expect(builder.take()).toBeNull();
});

it('has a take that the contract accepts as soon as both have one', () => {
  const builder = begun();
  builder.segment('video', { name: 't0-v-0001.m4s', seconds: 2 });
  builder.segment('audio', { name: 't0-a-0001.m4s', seconds: 1.984 });
  expect(Take.parse(builder.take())).toEqual({
    video: {
      init: 't0-v-init.mp4',
      timescale: 57_600,
      codec: 'avc1.64001f',
      width: 1280,
      height: 720,
      segments: [{ name: 't0-v-0001.m4s', seconds: 2 }],
    },
    audio: {
      init: 't0-a-init.mp4',
      timescale: 48_000,
      codec: 'mp4a.40.2',
      segments: [{ name: 't0-a-0001.m4s', seconds: 1.984 }],
    },
  });
});

it('says nothing of a rendition whose init segment is missing', () => {
  const builder = createTakeBuilder();
  builder.describe('video', 'avc1.64001f', 1280, 720);
  builder.segment('video', { name: 't0-v-0001.m4s', seconds: 2 });
  expect(builder.take()).toBeNull();
});

it('does not change a take that it has given out', () => {
  const builder = begun();
  builder.segment('video', { name: 't0-v-0001.m4s', seconds: 2 });
  builder.segment('audio', { name: 't0-a-0001.m4s', seconds: 2 });
  const before = builder.take();
  builder.segment('video', { name: 't0-v-0002.m4s', seconds: 2 });
  expect(before?.video.segments).toHaveLength(1);
});
