import { expect, it } from 'vitest';
import { fileNameOf } from '../../../shared/screens/save-file.ts';

it.each([
  ['Exit tickets', 'Exit tickets.mp4'],
  ['¿Qué probaste? Ñandú', '¿Qué probaste Ñandú.mp4'],
  ['試してみた', '試してみた.mp4'],
  ['  4/5: “why”  and\\or <b>  ', '4 5 “why” and or b.mp4'],
  // Letters that are joined or parted on purpose (U+200C).
  ['می\u200Cخواهم', 'می\u200Cخواهم.mp4'],
  ['..', 'Demo.mp4'],
  ['???', 'Demo.mp4'],
  ['Done.', 'Done.mp4'],
  // Turned around, an ending would look like another (U+202E).
  ['gpj.\u202Eexe', 'gpj. exe.mp4'],
  ['word '.repeat(40), `${'word '.repeat(16).trim()}.mp4`],
  ['👩‍🏫'.repeat(60), expect.stringMatching(/^[^\uFFFD]+\.mp4$/)],
])('a demo called “%s” is kept as a file of that name, as far as a disk takes it', (title, name) => {
  expect(fileNameOf(title, 'Demo', 'mp4')).toEqual(name);
});
