import { useEffect } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { canBlur, setBlur } from '../../recording/capture/background-blur.ts';
import type { Capture } from '../../recording/capture/capture.ts';
import { bubbleSizes } from '../../recording/capture/compose/layout.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './Studio.module.css';
import type { Chosen } from './use-capture.ts';
import { useViews } from './use-views.ts';

type PictureChoicesProps = {
  capture: Capture;
  isRecording: boolean;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
};

/** How the camera is shown. The bubble may be changed in the middle of a take; the rest waits for its end. */
export const PictureChoices = ({ capture, isRecording, chosen, onChoose }: PictureChoicesProps) => {
  const { camera, screen } = useViews(capture);
  const track = camera?.getVideoTracks()[0];
  const { isMirrored, isBlurred, bubble } = chosen;
  const hasBlur = track !== undefined && canBlur(track);
  useEffect(() => {
    if (track && hasBlur) setBlur(track, isBlurred).catch(console.warn);
  }, [track, hasBlur, isBlurred]);
  if (!camera || (isRecording && !screen)) return null;
  return (
    <div class={css.choice}>
      {screen && (
        <Checkbox
          label={m.record_bubble()}
          checked={bubble.isOn}
          onChange={(isOn) => onChoose({ ...chosen, bubble: { ...bubble, isOn } })}
        />
      )}
      {screen && bubble.isOn && (
        <Field label={m.record_bubble_size()}>
          {(wiring) => (
            <input
              {...wiring}
              type="range"
              min={bubbleSizes.least}
              max={bubbleSizes.most}
              step={0.02}
              value={bubble.size}
              onInput={({ currentTarget }) =>
                onChoose({ ...chosen, bubble: { ...bubble, size: currentTarget.valueAsNumber } })
              }
            />
          )}
        </Field>
      )}
      {!isRecording && (
        <Checkbox
          label={m.record_mirror()}
          hint={m.record_mirror_hint()}
          checked={isMirrored}
          onChange={(next) => onChoose({ ...chosen, isMirrored: next })}
        />
      )}
      {!isRecording && hasBlur && (
        <Checkbox
          label={m.record_blur()}
          checked={isBlurred}
          onChange={(next) => onChoose({ ...chosen, isBlurred: next })}
        />
      )}
    </div>
  );
};
