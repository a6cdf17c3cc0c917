import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { firstBubble } from '../../recording/capture/compose/layout.ts';
import { useApp } from '../app-context.ts';
import { BeforeRecording } from './BeforeRecording.tsx';
import { CaptureProblem } from './CaptureProblem.tsx';
import { OpenStudio } from './OpenStudio.tsx';
import { ShareScreen } from './ShareScreen.tsx';
import { SourceChoice } from './SourceChoice.tsx';
import css from './Studio.module.css';
import { type Chosen, useCapture } from './use-capture.ts';
import type { Room, TakeInto } from './use-room.ts';
import type { Ended } from './use-take.ts';

const Kept = z.object({
  source: z._default(z.enum(['camera', 'screen', 'both']), 'camera'),
  cameraId: z.optional(z.string()),
  microphoneId: z.optional(z.string()),
  isMirrored: z._default(z.boolean(), true),
  isBlurred: z._default(z.boolean(), false),
  bubble: z._default(
    z.object({ isOn: z.boolean(), x: z.number(), y: z.number(), size: z.number() }),
    firstBubble,
  ),
});
const key = 'recorder-inputs';
const keptAfterMs = 300;

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
      (kept) => setChosen(Kept.safeParse(kept?.value ?? {}).data ?? Kept.parse({})),
      () => setChosen(Kept.parse({})),
    );
  }, [db]);
  useEffect(() => {
    if (!chosen) return;
    // A bubble that is dragged is another choice at each step.
    const timer = setTimeout(() => db.settings.put({ key, value: chosen }).catch(console.warn), keptAfterMs);
    return () => clearTimeout(timer);
  }, [db, chosen]);
  return chosen && <Chose {...props} chosen={chosen} onChoose={setChosen} />;
};

const Chose = ({
  chosen,
  onChoose,
  ...props
}: StudioProps & { chosen: Chosen; onChoose: (next: Chosen) => void }) => {
  const { state, share, unshare, retry } = useCapture(chosen, props.room.size);
  const [isBusy, setBusy] = useState(false);
  const onRecording = (isRecording: boolean) => {
    setBusy(isRecording);
    props.onRecording(isRecording);
  };
  return (
    <div class={css.studio}>
      <BeforeRecording />
      {!isBusy && (
        <SourceChoice source={chosen.source} onChoose={(source) => onChoose({ ...chosen, source })} />
      )}
      {state.at === 'failed' && <CaptureProblem failure={state.failure} onRetry={retry} />}
      {state.at === 'unshared' && <ShareScreen onShare={share} />}
      {state.at === 'opening' && (
        <p role="status" class={css.opening}>
          {m.record_opening()}
        </p>
      )}
      {state.at === 'open' && (
        <OpenStudio
          {...props}
          key={state.capture.id}
          capture={state.capture}
          chosen={chosen}
          onChoose={onChoose}
          onRecording={onRecording}
          onRetry={retry}
          onUnshare={unshare}
        />
      )}
    </div>
  );
};
