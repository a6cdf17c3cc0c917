import { ArrowLeft } from 'lucide-preact';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { clockWords } from '../../ui/clock-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Studio } from './Studio.tsx';
import { type TakeInto, useRoom } from './use-room.ts';
import type { Ended } from './use-take.ts';

/** Less room than this is none: by the time one has begun to speak it is over. */
const leastSeconds = 3;

type TakeStudioProps = {
  space: Id;
  /** Null: a new recording. */
  into: TakeInto | null;
  isRecording: boolean;
  onRecording: (isRecording: boolean) => void;
  onEnded: (ended: Ended) => void;
  /** Back to the recording that the take is for, without one. */
  onBack: () => void;
};

/** The studio, and how much of the demo's time is left for what is recorded in it. */
export const TakeStudio = ({ onBack, isRecording, ...props }: TakeStudioProps) => {
  const { space, into } = props;
  const room = useRoom(space, into);
  if (!room) return null;
  const isFull = room.leftSeconds < leastSeconds;
  const most = clockWords(room.mostSeconds);
  return (
    <>
      {isFull && <Notice>{m.record_no_room({ most })}</Notice>}
      {!isFull && <Studio {...props} room={room} />}
      {into && !isRecording && (
        <div>
          <Button look={isFull ? 'main' : 'quiet'} onClick={onBack}>
            <ArrowLeft aria-hidden="true" />
            {m.record_back_to_review()}
          </Button>
        </div>
      )}
    </>
  );
};
