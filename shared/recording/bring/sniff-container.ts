const letters = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));
const hex = (bytes: Uint8Array, to: number): string =>
  Array.from(bytes.subarray(0, to), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What the first box of an MP4 or QuickTime file may be (ISO/IEC 14496-12 §4.3; QuickTime's own are older). */
const boxes = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot', 'styp', 'moof'];

const isTransportStream = (bytes: Uint8Array): boolean =>
  [188, 192].some((packet) => {
    const at = packet - 188;
    return [0, 1, 2].every((count) => bytes[at + count * packet] === 0x47);
  });

/** What a file is by its first bytes, because a name says little: `sound` is a kind that never holds a picture. */
export const sniffContainer = async (file: Blob): Promise<'video' | 'sound' | null> => {
  const bytes = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
  const start = hex(bytes, 4);
  if (boxes.includes(letters(bytes, 4, 8))) return 'video';
  // Matroska and WebM (RFC 8794), ASF, Ogg, MPEG-1 and -2, DV.
  if (['1a45dfa3', '3026b275', '4f676753', '000001ba', '000001b3', '1f070003'].includes(start))
    return 'video';
  if (letters(bytes, 0, 4) === 'RIFF') return letters(bytes, 8, 11) === 'AVI' ? 'video' : soundOf(bytes);
  if (['.RMF', '.ra\xfd'].includes(letters(bytes, 0, 4)) || letters(bytes, 0, 3) === 'FLV') return 'video';
  return isTransportStream(bytes) ? 'video' : soundOf(bytes);
};

const soundOf = (bytes: Uint8Array): 'sound' | null => {
  if (letters(bytes, 0, 4) === 'RIFF') return letters(bytes, 8, 12) === 'WAVE' ? 'sound' : null;
  if (['fLaC', 'FORM', 'MThd'].includes(letters(bytes, 0, 4)) || letters(bytes, 0, 3) === 'ID3')
    return 'sound';
  if (letters(bytes, 0, 5) === '#!AMR') return 'sound';
  // A frame of MP3 or of AAC in ADTS: eleven or twelve ones; with three more it is the beginning of a UTF-16 text.
  return bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0 && (bytes[1] ?? 0) < 0xfe ? 'sound' : null;
};
