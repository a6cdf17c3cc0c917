import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { useApp } from '../app-context.ts';
import { BeforeRecording } from './BeforeRecording.tsx';
import { CaptureProblem } from './CaptureProblem.tsx';
import { OpenStudio } from './OpenStudio.tsx';
import css from './Studio.module.css';
import { type Chosen, useCapture } from './use-capture.ts';
import type { Room, TakeInto } from './use-room.ts';
import type { Ended } from './use-take.ts';

const Kept = z.object({ cameraId: z.optional(z.string()), microphoneId: z.optional(z.string()) });
const key = 'recorder-inputs';

type StudioProps = {
  space: Id;
  /** Null: a new recording. */
  into: TakeInto | null;
  room: Room;
  onRecording: (isRecording: boolean) => void;
  onEnded: (ended: Ended) => void;
};

/** Camera and microphone as they were chosen last on this device. */
export const Studio = (props: StudioProps) => {
  const { db } = useApp();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    db.settings.get(key).then(
      (kept) => setChosen(Kept.safeParse(kept?.value).data ?? {}),
      () => setChosen({}),
    );
  }, [db]);
  if (!chosen) return null;
  const choose = (next: Chosen) => {
    setChosen(next);
    db.settings.put({ key, value: next }).catch(console.warn);
  };
  return <Chose {...props} chosen={chosen} onChoose={choose} />;
};

const Chose = ({
  chosen,
  onChoose,
  ...props
}: StudioProps & { chosen: Chosen; onChoose: (next: Chosen) => void }) => {
  const state = useCapture(chosen);
  if (state.at === 'failed') return <CaptureProblem failure={state.failure} onRetry={state.retry} />;
  return (
    <div class={css.studio}>
      <BeforeRecording />
      {state.at === 'opening' ? (
        <p role="status" class={css.opening}>
          {m.record_opening()}
        </p>
      ) : (
        <OpenStudio
          {...props}
          key={state.capture.stream.id}
          capture={state.capture}
          inputs={state.inputs}
          chosen={chosen}
          onChoose={onChoose}
          onRetry={state.retry}
        />
      )}
    </div>
  );
};
