import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Moves what is in `box` up at the pace it is read at, while it runs; whoever scrolls it goes on from there. */
export const useScroll = (
  box: RefObject<HTMLElement | null>,
  text: string,
  wordsPerMinute: number,
  isRunning: boolean,
): void => {
  useEffect(() => {
    const element = box.current;
    const words = countWords(text);
    if (!element || !isRunning || words === 0) return;
    let top = element.scrollTop;
    let drawnMs = performance.now();
    let asked = 0;
    const draw = (nowMs: number) => {
      asked = requestAnimationFrame(draw);
      // A tab that comes back goes on where it was.
      const passedSeconds = Math.min(0.1, (nowMs - drawnMs) / 1000);
      drawnMs = nowMs;
      if (Math.abs(element.scrollTop - top) > 2) top = element.scrollTop;
      const height = element.firstElementChild?.clientHeight ?? 0;
      top += (height * wordsPerMinute * passedSeconds) / (60 * words);
      element.scrollTop = top;
    };
    asked = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(asked);
  }, [box, text, wordsPerMinute, isRunning]);
};
