import { useState } from 'preact/hooks';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { DeviceKind } from '../../recording/capture/ask-for-devices.ts';
import type { Capture } from '../../recording/capture/capture.ts';
import type { Input } from '../../recording/capture/list-inputs.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import css from './Studio.module.css';
import type { Chosen } from './use-capture.ts';
import { useInputs } from './use-inputs.ts';

type InputChoiceProps = { capture: Capture; chosen: Chosen; onChoose: (chosen: Chosen) => void };

const optionsOf = (inputs: Input[]) =>
  inputs.map(({ id, label }, at) => ({ value: id, label: label || m.record_unnamed({ number: at + 1 }) }));

/** Said even where there is one of each: a teacher wants to know which microphone it is. */
export const InputChoice = ({ capture, chosen, onChoose }: InputChoiceProps) => {
  const { cameras, microphones } = useInputs(capture);
  const [failure, setFailure] = useState<unknown>(null);
  const use = (device: DeviceKind, id: string, next: Chosen) => {
    setFailure(null);
    capture.use(device, id).then(() => onChoose(next), setFailure);
  };
  return (
    <div class={css.choice}>
      {capture.source !== 'screen' && (
        <Select
          label={m.record_camera()}
          options={optionsOf(cameras)}
          value={capture.using('camera') ?? ''}
          onChange={(cameraId) => use('camera', cameraId, { ...chosen, cameraId })}
        />
      )}
      <Select
        label={m.record_microphone()}
        options={optionsOf(microphones)}
        value={capture.using('microphone') ?? ''}
        onChange={(microphoneId) => use('microphone', microphoneId, { ...chosen, microphoneId })}
      />
      {failure !== null && <Notice kind="problem">{errorText(failure)}</Notice>}
    </div>
  );
};
