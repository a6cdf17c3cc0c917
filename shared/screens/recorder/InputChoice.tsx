import { m } from '../../messages/paraglide/messages.js';
import type { Input, Inputs } from '../../recording/capture/list-inputs.ts';
import { Select } from '../../ui/Select.tsx';
import css from './Studio.module.css';
import type { Chosen } from './use-capture.ts';

type InputChoiceProps = { inputs: Inputs; chosen: Chosen; onChoose: (chosen: Chosen) => void };

const optionsOf = (inputs: Input[]) =>
  inputs.map(({ id, label }, at) => ({ value: id, label: label || m.record_unnamed({ number: at + 1 }) }));

/** Said even where there is one of each: a teacher wants to know which microphone it is. */
export const InputChoice = ({ inputs, chosen, onChoose }: InputChoiceProps) => (
  <div class={css.choice}>
    <Select
      label={m.record_camera()}
      options={optionsOf(inputs.cameras)}
      value={chosen.cameraId ?? inputs.cameras[0]?.id ?? ''}
      onChange={(cameraId) => onChoose({ ...chosen, cameraId })}
    />
    <Select
      label={m.record_microphone()}
      options={optionsOf(inputs.microphones)}
      value={chosen.microphoneId ?? inputs.microphones[0]?.id ?? ''}
      onChange={(microphoneId) => onChoose({ ...chosen, microphoneId })}
    />
  </div>
);
