import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Room at both ends for a handle. */
const edge = 24;
/** A pointer that drags so near to the edge moves what is in sight, by so much at a time. */
const nearPixels = 28;
const nudgePixels = 12;
const zooms = [1, 2, 4, 8, 16, 32] as const;
/** Beyond this a frame at 30 a second is wider than a finger. */
const mostPerSecond = 1_200;

export type Strip = {
  scroller: RefObject<HTMLDivElement | null>;
  /** Pixels of a second. */
  perSecond: number;
  width: number;
  /** What of it is in sight, in pixels from its beginning. */
  seen: { from: number; to: number };
  xOf: (seconds: number) => number;
  /** The moment under a pointer; it may lie outside of the demo. */
  secondsAt: (clientX: number) => number;
  /** Moves what lies at `seconds` into sight. */
  follow: (seconds: number) => void;
  /** Moves on a little, where something is dragged to the edge of what is in sight. */
  nudge: (clientX: number) => void;
  closer: (() => void) | null;
  wider: (() => void) | null;
};

/** How the timeline lies on the page: as wide as there is room, or wider and scrolled. It grows about where it stands. */
export const useStrip = (length: number, standsAt: () => number): Strip => {
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [left, setLeft] = useState(0);
  const [zoom, setZoom] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setRoom(element.clientWidth);
    const onScroll = () => setLeft(element.scrollLeft);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, []);

  const fit = Math.max(1, room - 2 * edge) / Math.max(0.1, length);
  const perSecond = fit * (zooms[zoom] ?? 1);
  const xOf = (seconds: number) => edge + seconds * perSecond;
  const change = (to: number, isThere: boolean) => {
    if (!isThere) return null;
    return () => {
      setZoom(to);
      // After it was drawn so: before, there is nothing to scroll.
      requestAnimationFrame(() => {
        const element = scroller.current;
        if (element) element.scrollLeft = edge + standsAt() * fit * (zooms[to] ?? 1) - room / 2;
      });
    };
  };
  return {
    scroller,
    perSecond,
    width: 2 * edge + length * perSecond,
    seen: { from: left, to: left + room },
    xOf,
    secondsAt: (clientX) => {
      const element = scroller.current;
      if (!element) return 0;
      return (clientX - element.getBoundingClientRect().left + element.scrollLeft - edge) / perSecond;
    },
    follow: (seconds) => {
      const element = scroller.current;
      if (!element) return;
      const x = xOf(seconds);
      const isSeen = x >= element.scrollLeft + edge / 2 && x <= element.scrollLeft + room - edge / 2;
      if (!isSeen) element.scrollLeft = x - room / 3;
    },
    nudge: (clientX) => {
      const element = scroller.current;
      if (!element) return;
      const { left: begin, right: end } = element.getBoundingClientRect();
      if (clientX < begin + nearPixels) element.scrollLeft -= nudgePixels;
      if (clientX > end - nearPixels) element.scrollLeft += nudgePixels;
    },
    closer: change(zoom + 1, zoom < zooms.length - 1 && perSecond < mostPerSecond),
    wider: change(zoom - 1, zoom > 0),
  };
};
