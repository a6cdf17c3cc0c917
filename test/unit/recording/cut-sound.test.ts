import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { BlobSource, EncodedPacketSink, Input, MP4 } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import type { Track } from '../../../shared/contract/kinds/demo.ts';
import { cutSound } from '../../../shared/recording/edit/cut-sound.ts';
import { writeSegment } from '../../../shared/recording/edit/write-segment.ts';

const rate = 48_000;
const packetTicks = 1024;
const packetSeconds = packetTicks / rate;
const perSegment = 10;
const segmentsMost = 5;
const most = perSegment * segmentsMost;
const fixture = join(import.meta.dirname, '..', '..', 'fixtures', 'recorded-sound-init.mp4');

/** A second of sound, each packet of which says which it is. */
const record = () => {
  const files = new Map([['init.mp4', new Blob([new Uint8Array(readFileSync(fixture))])]]);
  const segments = Array.from({ length: segmentsMost }, (_, index) => {
    const first = index * perSegment;
    const samples = Array.from({ length: perSegment }, (__, at) => ({
      atTicks: (first + at) * packetTicks,
      data: Uint8Array.of(255, first + at, 1, 2, 3),
      isKey: true,
    }));
    files.set(`${index}.m4s`, writeSegment(samples, (first + perSegment) * packetTicks));
    return { name: `${index}.m4s`, seconds: perSegment * packetSeconds };
  });
  const track: Track = { init: 'init.mp4', codec: 'mp4a.40.2', segments };
  return { track, files };
};
const { track: recorded, files: all } = record();

/** Every packet of what came out, as a player would read it: when it begins, and which it was; null for silence. */
const readBack = async (made: Awaited<ReturnType<typeof cutSound>>) => {
  const named = new Map([...all, ...made.files.map(({ name, blob }) => [name, blob] as const)]);
  const parts = ['init.mp4', ...made.track.segments.map(({ name }) => name)].map((name) => named.get(name));
  using input = new Input({
    formats: [MP4],
    source: new BlobSource(new Blob(parts.flatMap((part) => part ?? []))),
  });
  const sound = await input.getPrimaryAudioTrack();
  const packets: { atTicks: number; was: number | null }[] = [];
  if (!sound) return packets;
  for await (const { timestamp, data } of new EncodedPacketSink(sound).packets()) {
    packets.push({ atTicks: Math.round(timestamp * rate), was: data[0] === 255 ? (data[1] ?? null) : null });
  }
  return packets;
};
const cut = (fromSeconds: number, toSeconds: number) => {
  const span = { fromSeconds, toSeconds };
  return cutSound(recorded, { heard: span, picture: span }, async (name) => all.get(name) ?? new Blob());
};
const spans = fc
  .tuple(
    fc.double({ min: 0, max: most * packetSeconds, noNaN: true }),
    fc.double({ min: 0, max: most * packetSeconds, noNaN: true }),
  )
  .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)])
  .filter(([from, to]) => to - from > 0.01);

describe('wherever sound is cut', () => {
  it('no packet is left that anything outside went into', async () => {
    await fc.assert(
      fc.asyncProperty(spans, async ([from, to]) => {
        for (const { atTicks, was } of await readBack(await cut(from, to))) {
          if (was === null) continue;
          expect(was * packetTicks).toBe(atTicks);
          expect(atTicks / rate).toBeGreaterThanOrEqual(from - 0.0001);
          expect((atTicks + 2 * packetTicks) / rate).toBeLessThanOrEqual(to + 0.0001);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('it goes on without a gap, covers the picture, and is as long as it says', async () => {
    await fc.assert(
      fc.asyncProperty(spans, async ([from, to]) => {
        const made = await cut(from, to);
        const packets = await readBack(made);
        packets.forEach(({ atTicks }, at) => {
          expect(atTicks).toBe((packets[0]?.atTicks ?? 0) + at * packetTicks);
        });
        const [begin, end] = [packets[0]?.atTicks ?? 0, (packets.at(-1)?.atTicks ?? 0) + packetTicks];
        expect(begin / rate - from).toBeLessThan(packetSeconds + 0.001);
        expect(begin / rate).toBeGreaterThan(from - 0.001);
        if (packets.length > 0) expect(end / rate).toBeGreaterThan(to - 0.001);
        expect(end / rate - to).toBeLessThan(packetSeconds + 0.001);
        const said = made.track.segments.reduce((sum, { seconds }) => sum + seconds, 0);
        if (packets.length > 0) expect(from + said).toBeCloseTo(end / rate, 5);
      }),
      { numRuns: 60 },
    );
  });

  it('it is heard, but for two or three packets at each side', async () => {
    await fc.assert(
      fc.asyncProperty(spans, async ([from, to]) => {
        const packets = await readBack(await cut(from, to));
        const heard = packets.filter(({ was }) => was !== null).length;
        expect(heard).toBeGreaterThanOrEqual(Math.min(most, Math.floor((to - from) / packetSeconds)) - 5);
      }),
      { numRuns: 60 },
    );
  });
});

it('names whole segments, and writes those that the cut goes through', async () => {
  const { track, files } = await cut(7 * packetSeconds, 43 * packetSeconds);
  const names = track.segments.map(({ name }) => name);
  expect(names.slice(1, -1)).toEqual(['1.m4s', '2.m4s', '3.m4s']);
  expect(files.map(({ name }) => name)).toEqual([names[0], names.at(-1)]);
});

it('leaves an end that was not cut as it was recorded', async () => {
  const picture = { fromSeconds: 0, toSeconds: 0.5 };
  const heard = { fromSeconds: -Infinity, toSeconds: Infinity };
  const { track, files } = await cutSound(
    recorded,
    { heard, picture },
    async (name) => all.get(name) ?? new Blob(),
  );
  expect(track.segments.map(({ name }) => name)).toEqual(recorded.segments.map(({ name }) => name));
  expect(files).toEqual([]);
});

it('is silent where there is no sound to be cut', async () => {
  const picture = { fromSeconds: 1, toSeconds: 6 };
  const { track, files } = await cutSound(
    { ...recorded, segments: [] },
    { heard: picture, picture },
    async (name) => all.get(name) ?? new Blob(),
  );
  expect(track.segments.length).toBe(3);
  const packets = await readBack({ track, files, ...picture });
  expect(packets.every(({ was }) => was === null)).toBe(true);
  expect(packets.length * packetSeconds).toBeGreaterThan(4.97);
});
