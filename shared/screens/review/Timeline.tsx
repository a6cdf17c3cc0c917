import type { Ref } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { nearestMoment } from '../../rules/frame-moments.ts';
import { useObservable } from '../use-observable.ts';
import { Handle } from './Handle.tsx';
import css from './Timeline.module.css';
import { TimelinePiece } from './TimelinePiece.tsx';
import type { Editor } from './use-editor.ts';
import type { Strip } from './use-strip.ts';

/** Less than this under a mouse is a click. */
const dragPixels = 4;

type OnStrip = { editor: Editor; strip: Strip };
type TimelineProps = OnStrip & { playhead: Ref<HTMLDivElement> };

const Playhead = ({ editor, strip, playhead }: TimelineProps) => {
  const { playback, moments, length } = editor;
  const seconds = useObservable(playback.seconds);
  const isPlaying = useObservable(playback.isPlaying);
  useEffect(() => {
    if (isPlaying) strip.follow(seconds);
  }, [seconds]);
  return (
    <Handle
      look="playhead"
      handleRef={playhead}
      label={m.review_playhead()}
      seconds={seconds}
      from={0}
      to={length}
      moments={moments}
      strip={strip}
      onGrab={playback.pause}
      onMove={playback.seek}
    />
  );
};

const Marked = ({ editor, strip }: OnStrip) => {
  const { marked, mark, moments, length, playback } = editor;
  if (!marked) return null;
  const { fromSeconds, toSeconds } = marked;
  const shared = { moments, strip, onGrab: playback.pause };
  const show = (seconds: number, span: typeof marked) => {
    mark(span);
    playback.seek(seconds);
  };
  return (
    <>
      <div
        class={css.marked}
        style={{
          left: `${strip.xOf(fromSeconds)}px`,
          width: `${(toSeconds - fromSeconds) * strip.perSecond}px`,
        }}
      />
      <Handle
        {...shared}
        look="begin"
        label={m.review_mark_from()}
        seconds={fromSeconds}
        from={0}
        to={toSeconds}
        onMove={(seconds) => show(seconds, { fromSeconds: seconds, toSeconds })}
      />
      <Handle
        {...shared}
        look="end"
        label={m.review_mark_to()}
        seconds={toSeconds}
        from={fromSeconds}
        to={length}
        onMove={(seconds) => show(seconds, { fromSeconds, toSeconds: seconds })}
      />
    </>
  );
};

/** A press leads there; a mouse that is dragged marks what is to be cut, a finger scrolls. */
const usePress = ({ playback, moments, mark, length }: Editor, strip: Strip) => {
  const pressed = useRef<{ x: number; seconds: number } | null>(null);
  const at = (clientX: number) =>
    Math.min(length, Math.max(0, nearestMoment(moments, strip.secondsAt(clientX))));
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || event.pointerType !== 'mouse') return;
      pressed.current = { x: event.clientX, seconds: at(event.clientX) };
      if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const from = pressed.current;
      if (!from || Math.abs(event.clientX - from.x) < dragPixels) return;
      strip.nudge(event.clientX);
      const here = at(event.clientX);
      mark({ fromSeconds: Math.min(from.seconds, here), toSeconds: Math.max(from.seconds, here) });
    },
    onLostPointerCapture: () => {
      pressed.current = null;
    },
    onClick: (event: MouseEvent) => {
      playback.pause();
      playback.seek(at(event.clientX));
    },
  };
};

/** The edited demo as a strip of pictures, with where it stands and what is marked. */
export const Timeline = ({ editor, strip, playhead }: TimelineProps) => {
  const hintId = useId();
  const press = usePress(editor, strip);
  return (
    <section class={css.timeline} aria-label={m.review_timeline()} aria-describedby={hintId}>
      <div ref={strip.scroller} class={css.scroller} dir="ltr">
        <div class={css.strip} style={{ width: `${strip.width}px` }}>
          <div class={css.film} {...press}>
            {editor.timeline.map((piece, at) => (
              <TimelinePiece
                key={`${piece.take}@${piece.fromSeconds}`}
                editor={editor}
                strip={strip}
                piece={piece}
                at={at}
              />
            ))}
          </div>
          <Marked editor={editor} strip={strip} />
          <Playhead editor={editor} strip={strip} playhead={playhead} />
        </div>
      </div>
      <p id={hintId} class={css.hint}>
        {m.review_timeline_hint()}
      </p>
    </section>
  );
};
