/** Some cameras count one more here than there. */
const oddSamples = 100;

/** A real one is smaller; more is not read to look at it. */
const mostHeaderBytes = 64 * 1024 * 1024;

/** What sample descriptions are called whose content needs a key (ISO/IEC 14496-12 §8.12; Apple's FairPlay). */
const lockedNames = ['encv', 'enca', 'drmi', 'drms'];
const containers = ['trak', 'mdia', 'minf', 'stbl'];

type Box = { type: string; from: number; to: number };

const typeAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(at + letter)));

/** The boxes one after the other, as far as they make sense. */
function* boxesIn(view: DataView, from: number, to: number): Generator<Box, void> {
  for (let at = from; at + 8 <= to; ) {
    const end = at + view.getUint32(at);
    if (end < at + 8 || end > to) return;
    yield { type: typeAt(view, at + 4), from: at + 8, to: end };
    at = end;
  }
}

/** `moov`, wherever in the file it lies; null where there is none. */
const findHeader = async (file: Blob): Promise<DataView | null> => {
  for (let at = 0; at + 8 <= file.size; ) {
    const view = new DataView(await file.slice(at, at + 16).arrayBuffer());
    const short = view.getUint32(0);
    // 1: the size follows the type, in 64 bits; 0: to the end of the file (§4.2).
    const size =
      short === 1 && view.byteLength === 16 ? Number(view.getBigUint64(8)) : short || file.size - at;
    if (size < 8) return null;
    if (typeAt(view, 4) === 'moov') {
      const end = Math.min(at + size, at + mostHeaderBytes);
      return new DataView(await file.slice(at + 8, end).arrayBuffer());
    }
    at += size;
  }
  return null;
};

/** The columns of a table that begins with its version and how many rows it has. */
const rowsOf = (view: DataView, box: Box | undefined, columns: number): number[][] => {
  const rows: number[][] = [];
  const rowBytes = columns * 4;
  for (let at = box ? box.from + 8 : 0; box && at + rowBytes <= box.to; at += rowBytes) {
    rows.push(Array.from({ length: columns }, (_, column) => view.getUint32(at + column * 4)));
  }
  return rows;
};
const counted = (rows: number[][]): number => rows.reduce((total, [count = 0]) => total + count, 0);

/** How many samples lie in so many chunks; more than any file has where the rows are not in order. */
const samplesIn = (rows: number[][], chunks: number): number => {
  let total = 0;
  for (const [index, [first = 0, samples = 0]] of rows.entries()) {
    const next = rows[index + 1]?.[0] ?? Math.max(first, chunks + 1);
    if (next < first) return Infinity;
    total += (next - first) * samples;
  }
  return total;
};

/** A track's tables (§8.6 and §8.7) speak of no more samples than it has, or hardly. */
const isSaneTable = (view: DataView, boxes: Box[]): boolean => {
  const find = (...types: string[]) => boxes.find(({ type }) => types.includes(type));
  const sizes = find('stsz', 'stz2');
  if (!sizes || sizes.to - sizes.from < 12) return true;
  const isListed = sizes.type === 'stsz' && view.getUint32(sizes.from + 4) === 0;
  const listed = isListed ? (sizes.to - sizes.from - 12) / 4 : Infinity;
  const most = Math.min(view.getUint32(sizes.from + 8), listed) + oddSamples;
  const offsets = find('stco', 'co64');
  const chunks = offsets && offsets.to - offsets.from >= 8 ? view.getUint32(offsets.from + 4) : 0;
  return (
    counted(rowsOf(view, find('stts'), 2)) <= most &&
    counted(rowsOf(view, find('ctts'), 2)) <= most &&
    samplesIn(rowsOf(view, find('stsc'), 3), chunks) <= most
  );
};

/**
 * Looks at the header of an MP4 or QuickTime file before anybody reads it in earnest: whether it needs a key, and
 * whether its tables can be trusted by a reader that counts to whatever number it finds.
 */
export const readMovieHeader = async (file: Blob): Promise<{ isLocked: boolean; isSane: boolean }> => {
  const view = await findHeader(file);
  const found = { isLocked: false, isSane: true };
  const look = (from: number, to: number): void => {
    if (!view) return;
    const boxes = [...boxesIn(view, from, to)];
    if (!isSaneTable(view, boxes)) found.isSane = false;
    for (const box of boxes) {
      if (containers.includes(box.type)) look(box.from, box.to);
      // Version, flags and how many there are; then each with its size and its name.
      if (box.type !== 'stsd') continue;
      for (const { type } of boxesIn(view, box.from + 8, box.to)) {
        if (lockedNames.includes(type)) found.isLocked = true;
      }
    }
  };
  if (view) look(0, view.byteLength);
  return found;
};
