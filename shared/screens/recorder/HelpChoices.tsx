import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import css from './HelpChoices.module.css';
import type { Helps } from './use-helps.ts';
import { usePrompterText } from './use-teleprompter.ts';

type HelpChoicesProps = { space: Id; helps: Helps; onChoose: (helps: Helps) => void };

/** Each can be left out, and the device remembers it. */
export const HelpChoices = ({ space, helps, onChoose }: HelpChoicesProps) => (
  <>
    {helps.teleprompter && <OwnText space={space} />}
    <details class={css.helps}>
      <summary>{m.record_helps()}</summary>
      <Checkbox
        label={m.record_help_prompts()}
        checked={helps.prompts}
        onChange={(prompts) => onChoose({ ...helps, prompts })}
      />
      <Checkbox
        label={m.record_help_teleprompter()}
        hint={m.record_help_teleprompter_hint()}
        checked={helps.teleprompter}
        onChange={(teleprompter) => onChoose({ ...helps, teleprompter })}
      />
      <Checkbox
        label={m.record_help_sound()}
        hint={m.record_help_sound_hint()}
        checked={helps.sound}
        onChange={(sound) => onChoose({ ...helps, sound })}
      />
      <Checkbox
        label={m.record_help_keys()}
        hint={m.record_help_keys_hint()}
        checked={helps.keys}
        onChange={(keys) => onChoose({ ...helps, keys })}
      />
    </details>
  </>
);

const OwnText = ({ space }: { space: Id }) => {
  const [text, write] = usePrompterText(space);
  return (
    <TextArea label={m.record_text_own()} hint={m.record_text_hint()} rows={4} value={text} onInput={write} />
  );
};
