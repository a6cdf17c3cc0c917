/** RFC 9110 §14: the one range asked for; null for the whole, which may always be answered instead. */
export const byteRange = (
  header: string | undefined,
  size: number,
): { offset: number; length: number } | 'unsatisfiable' | null => {
  const [, first, last] = header?.match(/^bytes=(\d{0,15})-(\d{0,15})$/i) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { offset: size - length, length };
  }
  const offset = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < offset) return null;
  return offset >= size ? 'unsatisfiable' : { offset, length: end - offset + 1 };
};
