import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { RecordingError, type RecordingErrorCode } from '../../recording/recording-error.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './Studio.module.css';

/** How to get on from here, where the sentence alone does not say it. */
const help: Partial<Record<RecordingErrorCode, () => string>> = {
  'no-camera': m.record_help_no_camera,
  'no-microphone': m.record_help_no_microphone,
  'device-busy': m.record_help_busy,
  'cannot-record': m.record_help_cannot_record,
};

const isFirefox = () => navigator.userAgent.includes('Firefox/');
const isSafari = () => /^((?!Chrom).)*Safari\//.test(navigator.userAgent);
const permissionHelp = (): string => {
  if (isFirefox()) return m.record_help_permission_firefox();
  if (isSafari()) return m.record_help_permission_safari();
  return m.record_help_permission_chromium();
};

const helpOf = (failure: unknown): string | undefined => {
  if (!(failure instanceof RecordingError)) return undefined;
  return failure.code === 'permission-refused' ? permissionHelp() : help[failure.code]?.();
};

type CaptureProblemProps = { failure: unknown; onRetry: () => void };

/** Why there is no picture, and what to do. */
export const CaptureProblem = ({ failure, onRetry }: CaptureProblemProps) => {
  const more = helpOf(failure);
  const isHopeless = failure instanceof RecordingError && failure.code === 'cannot-record';
  return (
    <Notice kind="problem" action={!isHopeless && <Button onClick={onRetry}>{m.common_try_again()}</Button>}>
      <p>{isHopeless ? m.record_cannot_record() : errorText(failure)}</p>
      {more && <p class={css.help}>{more}</p>}
    </Notice>
  );
};
