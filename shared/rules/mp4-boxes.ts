/** A box of an MP4 (ISO/IEC 14496-12 §4.2): its four letters, what is in it, and the header before that. */
export type Box = { type: string; content: DataView; header: DataView };

const part = (view: DataView, from: number, to: number): DataView =>
  new DataView(view.buffer, view.byteOffset + from, to - from);

const letters = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));

const hasLetters = (view: DataView, at: number, type: string): boolean =>
  [0, 1, 2, 3].every((index) => view.getUint8(at + index) === type.charCodeAt(index));

/**
 * The boxes that lie side by side, or those of one type. Ends early, without an error, at bytes that are no box.
 * One after another, and nothing is made of those passed over: a hostile file is millions of empty boxes.
 */
export function* boxesIn(view: DataView, type?: string): Generator<Box> {
  let at = 0;
  while (at + 8 <= view.byteLength) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > view.byteLength) return;
    if (type === undefined || hasLetters(view, at + 4, type)) {
      yield {
        type: type ?? letters(view, at + 4),
        header: part(view, at, at + 8),
        content: part(view, at + 8, at + size),
      };
    }
    at += size;
  }
}

/** Every box that a path of nested types leads to, as `moof`, `traf`, `tfdt`; one after another. */
export function* boxesAt(view: DataView, ...[type, ...rest]: [string, ...string[]]): Generator<Box> {
  const [next, ...further] = rest;
  for (const box of boxesIn(view, type)) {
    if (next === undefined) yield box;
    else yield* boxesAt(box.content, next, ...further);
  }
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
