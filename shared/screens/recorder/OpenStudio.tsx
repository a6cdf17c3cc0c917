import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { errorText } from '../../messages/error-text.ts';
import type { Capture } from '../../recording/capture/capture.ts';
import { RecordingError } from '../../recording/recording-error.ts';
import { Notice } from '../../ui/Notice.tsx';
import { CaptureProblem } from './CaptureProblem.tsx';
import { Controls } from './Controls.tsx';
import { DeviceNews } from './DeviceNews.tsx';
import { HelpChoices } from './HelpChoices.tsx';
import { InputChoice } from './InputChoice.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { LevelMeter } from './LevelMeter.tsx';
import { PictureChoices } from './PictureChoices.tsx';
import { Preview } from './Preview.tsx';
import { TakeHelps } from './TakeHelps.tsx';
import type { Chosen } from './use-capture.ts';
import { useHelps } from './use-helps.ts';
import { useLost } from './use-lost.ts';
import type { Room, TakeInto } from './use-room.ts';
import { type Ended, useTake } from './use-take.ts';

type OpenStudioProps = {
  space: Id;
  into: TakeInto | null;
  room: Room;
  capture: Capture;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  onRecording: (isRecording: boolean) => void;
  onEnded: (ended: Ended) => void;
  onRetry: () => void;
  /** What was shared is not any more: the person may choose anew. */
  onUnshare: () => void;
};

/** The picture, the level, and what can be done now. */
export const OpenStudio = (props: OpenStudioProps) => {
  const { space, into, room, capture, chosen, onChoose, onRecording, onEnded, onRetry, onUnshare } = props;
  const [isOver, setOver] = useState(false);
  const lost = useLost(capture);
  const take = useTake(capture, { space, into, limitSeconds: room.leftSeconds, size: room.size, onEnded });
  const { run } = take;
  const [helps, chooseHelps] = useHelps();
  const isBusy = run.at !== 'idle';
  useEffect(() => onRecording(isBusy), [isBusy]);
  useEffect(() => capture.onSharingEnded(() => setOver(true)), [capture]);
  const isBefore = run.at === 'idle' || run.at === 'counting';
  useEffect(() => {
    if (isOver && isBefore) onUnshare();
  }, [isOver, isBefore]);
  useEffect(() => capture.setBubble(chosen.bubble), [capture, chosen.bubble]);

  useEffect(() => {
    if (run.at === 'counting' && lost.length > 0) take.cancel();
  }, [run.at, lost]);

  // While a take runs its own end tells what happened; before that there is nothing to lose.
  if (isBefore && lost.length > 0) {
    return <CaptureProblem failure={new RecordingError('device-lost')} onRetry={onRetry} />;
  }
  return (
    <>
      {run.at === 'idle' && run.failure !== null && <Notice kind="problem">{errorText(run.failure)}</Notice>}
      <TakeHelps space={space} helps={helps} run={run} />
      <Preview
        capture={capture}
        isMirrored={chosen.isMirrored}
        bubble={chosen.bubble}
        onBubble={(bubble) => onChoose({ ...chosen, bubble })}
        countdown={run.at === 'counting' ? run.left : null}
      />
      <PictureChoices capture={capture} isRecording={isBusy} chosen={chosen} onChoose={onChoose} />
      <DeviceNews capture={capture} isPaused={run.at === 'running' && run.isPaused} />
      <LevelMeter capture={capture} isRecording={isBusy} />
      <Controls take={take} helps={helps} />
      {run.at === 'idle' && <InputChoice capture={capture} chosen={chosen} onChoose={onChoose} />}
      {run.at === 'idle' && <HelpChoices space={space} helps={helps} onChoose={chooseHelps} />}
      <LeaveGuard active={run.at === 'running' || run.at === 'ending'} onLeave={take.stop} />
    </>
  );
};
