import { readFile, writeFile } from 'node:fs/promises';

/** As a phone held upright writes it: the picture lies on its side, and a matrix says to turn it by 90° clockwise. */
export const turnVideo = async (file: string): Promise<string> => {
  const bytes = await readFile(file);
  const at = bytes.indexOf('tkhd');
  if (at < 0) throw new Error(`${file} has no track header`);
  // ISO/IEC 14496-12 §8.3.2, version 0: the matrix lies 40 bytes into the box's content.
  const matrix = at + 4 + 40;
  for (const [index, value] of [0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000].entries()) {
    bytes.writeInt32BE(value, matrix + index * 4);
  }
  await writeFile(file, bytes);
  return file;
};
