import { describe, expect, it } from 'vitest';
import {
  type Cue,
  mergeCues,
  newCue,
  readingSpeed,
  splitCue,
  tidyCues,
} from '../../../../shared/rules/captions/cues.ts';
import {
  cutCues,
  keepCues,
  placeCues,
  type TakeCue,
} from '../../../../shared/rules/captions/cues-on-takes.ts';
import { moveEnd, moveStart, shiftCues } from '../../../../shared/rules/captions/move-cues.ts';
import { cutOut, movePiece, type Piece } from '../../../../shared/rules/timeline.ts';

const cue = (fromSeconds: number, toSeconds: number, text = 'words'): Cue => ({
  fromSeconds,
  toSeconds,
  text,
});
const times = (cues: readonly Cue[]) => cues.map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]);

describe('a line that is split', () => {
  const where = { playerSeconds: 0, untilSeconds: 60 };
  it('goes apart where the caret is', () => {
    expect(splitCue(cue(2, 6, 'one two'), 4, where)).toEqual([cue(2, 4.286, 'one'), cue(4.286, 6, 'two')]);
  });
  it('goes apart where the player stands, if that is inside of it', () => {
    expect(times(splitCue(cue(2, 6, 'one two'), 4, { ...where, playerSeconds: 3 }))).toEqual([
      [2, 3],
      [3, 6],
    ]);
  });
  it('with the caret at its end, ends where the player is and the next begins', () => {
    expect(splitCue(cue(2, 5, 'one'), 3, { ...where, playerSeconds: 7 })).toEqual([
      cue(2, 7, 'one'),
      cue(7, 10, ''),
    ]);
    expect(times(splitCue(cue(2, 5, 'one'), 3, { playerSeconds: 9, untilSeconds: 6 }))).toEqual([
      [2, 5],
      [5, 6],
    ]);
  });
});

it('two lines that are merged last from the first to the last', () => {
  expect(mergeCues(cue(1, 2, 'one '), cue(3, 4, 'two'))).toEqual(cue(1, 4, 'one two'));
  expect(mergeCues(cue(1, 2, 'one'), cue(3, 4, ''))).toEqual(cue(1, 4, 'one'));
});

it('a new line ends where the next one begins, and in the demo', () => {
  expect(times([newCue([cue(5, 6)], 4, 60), newCue([], 4, 60), newCue([], 60, 60)])).toEqual([
    [4, 5],
    [4, 7],
    [59.8, 60],
  ]);
});

describe('times that are moved', () => {
  it('never come to overlap: the neighbour gives way as far as it can', () => {
    const cues = [cue(0, 3), cue(3, 6), cue(6, 9)];
    expect(times(moveStart(cues, 1, 2))).toEqual([
      [0, 2],
      [2, 6],
      [6, 9],
    ]);
    expect(times(moveStart(cues, 1, -5))).toEqual([
      [0, 0.2],
      [0.2, 6],
      [6, 9],
    ]);
    expect(times(moveStart(cues, 1, 100))).toEqual([
      [0, 3],
      [5.8, 6],
      [6, 9],
    ]);
    expect(times(moveEnd(cues, 1, 7, 60))).toEqual([
      [0, 3],
      [3, 7],
      [7, 9],
    ]);
    expect(times(moveEnd(cues, 1, 100, 60))).toEqual([
      [0, 3],
      [3, 8.8],
      [8.8, 9],
    ]);
    expect(times(moveEnd(cues, 2, 100, 60))).toEqual([
      [0, 3],
      [3, 6],
      [6, 60],
    ]);
  });
  it('leave alone what overlapped before and is not in the way', () => {
    const cues = [cue(0, 5), cue(3, 6)];
    expect(times(moveStart(cues, 1, 4))).toEqual([
      [0, 5],
      [4, 6],
    ]);
  });
  it('of all lines go together and stay in the demo', () => {
    expect(times(shiftCues([cue(0, 3), cue(8, 10)], -2, 10))).toEqual([
      [0, 1],
      [6, 8],
    ]);
    expect(times(shiftCues([cue(0, 3), cue(8, 10)], 2, 10))).toEqual([
      [2, 5],
      [9.8, 10],
    ]);
  });
});

it('what is published is in order, inside the demo, and has words in every line', () => {
  const cues = [cue(5, 12, 'b'), cue(1, 2, ' a\n\nb '), cue(3, 4, ' '), cue(11, 12, 'late')];
  expect(tidyCues(cues, 10)).toEqual([cue(1, 2, 'a\nb'), cue(5, 10, 'b')]);
});

it('a text that is too long for one line is two, at a space, one after the other', () => {
  const [first, second, ...rest] = tidyCues([cue(0, 10, `${'word '.repeat(60)}`)]);
  expect(rest).toEqual([]);
  expect(first?.toSeconds).toBe(5);
  expect(second?.fromSeconds).toBe(5);
  expect(`${first?.text} ${second?.text}`).toBe('word '.repeat(60).trim());
});

it('reading is as fast as there are characters a second', () => {
  expect(readingSpeed(cue(1, 3, 'x'.repeat(50)))).toBe(25);
});

describe('captions of a demo that is edited', () => {
  const whole: Piece[] = [
    { take: 0, fromSeconds: 0, toSeconds: 10 },
    { take: 1, fromSeconds: 0, toSeconds: 10 },
  ];
  const on = (take: number, fromSeconds: number, toSeconds: number, text: string): TakeCue => ({
    take,
    fromSeconds,
    toSeconds,
    text,
  });
  const cues = [on(0, 1, 3, 'a'), on(0, 5, 7, 'b'), on(1, 2, 4, 'c')];
  const seen = (all: readonly TakeCue[], timeline: readonly Piece[]) =>
    placeCues(all, timeline).map(({ fromSeconds, toSeconds, text }) => [fromSeconds, toSeconds, text]);

  it('go along with a cut, a new order and back', () => {
    expect(seen(cues, whole)).toEqual([
      [1, 3, 'a'],
      [5, 7, 'b'],
      [12, 14, 'c'],
    ]);
    const cut = cutOut(whole, 2, 6);
    expect(seen(cues, cut)).toEqual([
      [1, 2, 'a'],
      [2, 3, 'b'],
      [8, 10, 'c'],
    ]);
    expect(seen(cues, movePiece(whole, 1, 0))).toEqual([
      [2, 4, 'c'],
      [11, 13, 'a'],
      [15, 17, 'b'],
    ]);
    expect(seen(cues, cutOut(whole, 0, 4))).toEqual([
      [1, 3, 'b'],
      [8, 10, 'c'],
    ]);
  });

  it('are one line where a cut goes out of the middle of it', () => {
    expect(seen([on(0, 1, 9, 'long')], cutOut(whole, 3, 5))).toEqual([[1, 7, 'long']]);
  });

  it('that were cut out or cut short are whole again after an undo, though others were edited meanwhile', () => {
    const cut = cutOut(whole, 2, 8);
    const edited = placeCues(cues, cut).map((one) => (one.text === 'c' ? { ...one, text: 'C' } : one));
    expect(seen(keepCues(cues, edited, cut), whole)).toEqual([
      [1, 3, 'a'],
      [5, 7, 'b'],
      [12, 14, 'C'],
    ]);
  });

  it('that are new, moved or taken away are so on their takes', () => {
    const placed = placeCues(cues, whole);
    const edited = [
      cue(0, 0.5, 'new'),
      ...placed.slice(1).map((one) => (one.text === 'b' ? { ...one, toSeconds: 8 } : one)),
      cue(19, 25, 'end'),
    ];
    const kept = keepCues(cues, edited, whole);
    expect(seen(kept, whole)).toEqual([
      [0, 0.5, 'new'],
      [5, 8, 'b'],
      [12, 14, 'c'],
      [19, 20, 'end'],
    ]);
    expect(kept.find(({ text }) => text === 'end')).toEqual(on(1, 9, 10, 'end'));
  });

  it('stay in the piece in which they begin', () => {
    expect(keepCues([], [cue(9, 12, 'over')], whole)).toEqual([on(0, 9, 10, 'over')]);
  });
});

describe('a cut', () => {
  const whole: Piece[] = [{ take: 0, fromSeconds: 0, toSeconds: 10 }];
  const said = (fromSeconds: number, toSeconds: number): TakeCue => ({
    take: 0,
    ...cue(fromSeconds, toSeconds),
  });
  it.each<[string, TakeCue, boolean]>([
    ['before it', said(0, 4), false],
    ['that it takes away', said(4.5, 5.5), false],
    ['whose end it takes', said(3, 4.5), true],
    ['whose beginning it takes', said(5, 7), true],
    ['whose middle it takes', said(3, 7), true],
    ['that it only touches', said(5.95, 7), false],
    ['after it', said(6, 8), false],
  ])('goes or does not go through a line %s', (_, line, isCut) => {
    expect(cutCues([line], cutOut(whole, 4, 6))).toEqual(isCut ? [line] : []);
  });
});
