/** A box of an MP4 (ISO/IEC 14496-12 §4.2): its four letters, what is in it, and the header before that. */
export type Box = { type: string; content: DataView; header: DataView };

const part = (view: DataView, from: number, to: number): DataView =>
  new DataView(view.buffer, view.byteOffset + from, to - from);

const letters = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));

/** The boxes that lie side by side. Ends early, without an error, at bytes that are no box. */
export function* boxesIn(view: DataView): Generator<Box> {
  let at = 0;
  while (at + 8 <= view.byteLength) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > view.byteLength) return;
    yield {
      type: letters(view, at + 4),
      header: part(view, at, at + 8),
      content: part(view, at + 8, at + size),
    };
    at += size;
  }
}

/** Every box that a path of nested types leads to, as `moof`, `traf`, `tfdt`. */
export const boxesAt = (view: DataView, ...[type, ...rest]: [string, ...string[]]): Box[] => {
  const found = [...boxesIn(view)].filter((box) => box.type === type);
  const [next, ...further] = rest;
  return next === undefined ? found : found.flatMap(({ content }) => boxesAt(content, next, ...further));
};

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
