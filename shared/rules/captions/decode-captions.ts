const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Every second byte of Latin text is 0 in UTF-16, and none is in anything else that is text. */
const looksLikeUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && bytes.length > 1) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : null;
};

/** The text of a captions file: UTF-8 as it should be, UTF-16 as Windows saves it, else Windows-1252 as old SRT are. */
export const decodeCaptions = (bytes: Uint8Array): string => {
  const wide = looksLikeUtf16(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  return utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
};
