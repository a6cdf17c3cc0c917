import { useEffect, useRef } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { clockWords } from '../../ui/clock-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { LeaveGuard } from '../recorder/LeaveGuard.tsx';
import { type Room, type TakeInto, useRoom } from '../recorder/use-room.ts';
import type { Ended } from '../recorder/use-take.ts';
import css from './Bringing.module.css';
import { BringProgressBar } from './BringProgressBar.tsx';
import { BringVideo } from './BringVideo.tsx';
import { useBring } from './use-bring.ts';

type BringingProps = {
  space: Id;
  file: File;
  into: TakeInto | null;
  isFound?: boolean;
  onEnded: (ended: Ended) => void;
  /** Another file, because this one could not be brought. */
  onFile: (file: File) => void;
  /** Called off, or given up. */
  onBack: () => void;
};

/** What becomes of a file that was chosen: looked at, written anew, or refused with a sentence. */
export const Bringing = (props: BringingProps) => {
  const room = useRoom(props.space, props.into);
  return room ? <BringingInto {...props} room={room} /> : null;
};

const BringingInto = ({
  file,
  room,
  isFound = false,
  onFile,
  onBack,
  ...props
}: BringingProps & { room: Room }) => {
  const { state, cancel } = useBring(file, { ...props, isFound, room });
  const ref = useRef<HTMLDivElement>(null);
  const isUnderWay = state.at !== 'failed';
  // What was pressed is gone; the keyboard goes on here.
  useEffect(() => ref.current?.focus(), [isUnderWay]);
  const callOff = async () => {
    await cancel();
    onBack();
  };
  return (
    <div ref={ref} tabIndex={-1} class={css.bringing}>
      {state.at === 'failed' ? (
        <>
          <Notice kind="problem">{errorText(state.failure)}</Notice>
          {!isFound && <BringVideo onFile={onFile} />}
          <Button look="quiet" onClick={onBack}>
            {m.bring_back()}
          </Button>
        </>
      ) : (
        <>
          {state.at === 'bringing' && state.isLong && (
            <Notice>
              {m.bring_long({ length: clockWords(state.seconds), most: clockWords(room.leftSeconds) })}
            </Notice>
          )}
          <BringProgressBar name={file.name} state={state} />
          <p class={css.stay}>{m.bring_stay()}</p>
          <Button onClick={callOff}>{m.common_cancel()}</Button>
        </>
      )}
      <LeaveGuard
        active={isUnderWay}
        words={{
          title: m.bring_leave_title(),
          text: m.bring_leave_words(),
          stay: m.bring_leave_no(),
          leave: m.bring_leave_yes(),
        }}
        onLeave={cancel}
      />
    </div>
  );
};
