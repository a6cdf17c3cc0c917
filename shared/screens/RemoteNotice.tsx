import { errorText } from '../messages/error-text.ts';
import { m } from '../messages/paraglide/messages.js';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

type RemoteNoticeProps = { remote: { value: unknown; failure: unknown; again: () => void } };

/** Beside a list that the Worker has to say: waiting for it, or why it is not there and how to ask again. */
export const RemoteNotice = ({ remote: { value, failure, again } }: RemoteNoticeProps) => {
  if (failure) {
    return (
      <Notice kind="problem" action={<Button onClick={again}>{m.common_try_again()}</Button>}>
        {errorText(failure)}
      </Notice>
    );
  }
  return value === undefined ? <p role="status">{m.common_loading()}</p> : null;
};
