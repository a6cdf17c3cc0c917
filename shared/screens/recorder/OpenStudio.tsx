import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { errorText } from '../../messages/error-text.ts';
import type { Inputs } from '../../recording/capture/list-inputs.ts';
import type { Capture } from '../../recording/capture/open-capture.ts';
import { RecordingError } from '../../recording/recording-error.ts';
import { Notice } from '../../ui/Notice.tsx';
import { CaptureProblem } from './CaptureProblem.tsx';
import { Controls } from './Controls.tsx';
import { HelpChoices } from './HelpChoices.tsx';
import { InputChoice } from './InputChoice.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { LevelMeter } from './LevelMeter.tsx';
import { Preview } from './Preview.tsx';
import { TakeHelps } from './TakeHelps.tsx';
import type { Chosen } from './use-capture.ts';
import { useHelps } from './use-helps.ts';
import type { Room, TakeInto } from './use-room.ts';
import { type Ended, useTake } from './use-take.ts';

type OpenStudioProps = {
  space: Id;
  into: TakeInto | null;
  room: Room;
  capture: Capture;
  inputs: Inputs;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  onRecording: (isRecording: boolean) => void;
  onEnded: (ended: Ended) => void;
  onRetry: () => void;
};

/** The picture, the level, and what can be done now. */
export const OpenStudio = (props: OpenStudioProps) => {
  const { space, into, room, capture, inputs, chosen, onChoose, onRecording, onEnded, onRetry } = props;
  const [isLost, setLost] = useState(false);
  const take = useTake(capture, { space, into, limitSeconds: room.leftSeconds, onEnded });
  const { run } = take;
  const [helps, chooseHelps] = useHelps();
  const isBusy = run.at !== 'idle';
  useEffect(() => onRecording(isBusy), [isBusy]);
  useEffect(() => capture.onEnded(() => setLost(true)), [capture]);

  // While a take runs its own end tells what happened; before that there is nothing to lose.
  if (isLost && (run.at === 'idle' || run.at === 'counting')) {
    return <CaptureProblem failure={new RecordingError('device-lost')} onRetry={onRetry} />;
  }
  return (
    <>
      {run.at === 'idle' && run.failure !== null && <Notice kind="problem">{errorText(run.failure)}</Notice>}
      <TakeHelps space={space} helps={helps} run={run} />
      <Preview stream={capture.stream} countdown={run.at === 'counting' ? run.left : null} />
      <LevelMeter capture={capture} isRecording={isBusy} />
      <Controls take={take} helps={helps} />
      {run.at === 'idle' && <InputChoice inputs={inputs} chosen={chosen} onChoose={onChoose} />}
      {run.at === 'idle' && <HelpChoices space={space} helps={helps} onChoose={chooseHelps} />}
      <LeaveGuard active={run.at === 'running' || run.at === 'ending'} onLeave={take.stop} />
    </>
  );
};
