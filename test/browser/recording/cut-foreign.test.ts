import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { timelineFiles } from '../../../shared/contract/kinds/demo.ts';
import { makeDemo } from '../screens/make-demo.ts';
import { frameNumbers, warnings } from './look-at-frames.ts';
import { lookInto } from './look-into.ts';
import { type OpenedStudio, openStudio } from './studio.ts';

let studio: OpenedStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio?.close());

it('encodes a stretch anew where another encoder made it: one header for all of it', async () => {
  const { body, files } = await makeDemo('Exit tickets', 'Exit tickets', [6]);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(studio.folder, name), bytes);
  const { takes } = await studio.page.evaluate(
    (all, timeline) => window.edit.assemble(all, timeline),
    body.takes,
    [{ take: 0, fromSeconds: 1.1, toSeconds: 4.9 }],
  );
  const [take] = takes;
  expect(take?.video.init).toMatch(/^cut-/);
  expect(timelineFiles(takes).some((name) => name.startsWith('t0-v'))).toBe(false);
  const playlist = await studio.playlist(takes);
  expect(await warnings(playlist)).toBe('');
  expect((await frameNumbers(playlist)).length).toBe(114);
  const { video, audio } = await lookInto(playlist);
  expect(Math.abs(video.seconds - 3.8)).toBeLessThan(0.04);
  expect(Math.abs(audio.seconds - video.seconds)).toBeLessThan(0.05);
});
