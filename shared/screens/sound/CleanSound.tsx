import { useRef } from 'preact/hooks';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { getLocale } from '../../messages/paraglide/runtime.js';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { ProgressLine } from '../ProgressLine.tsx';
import type { OpenRecording } from '../recording/read-recording.ts';
import { BeforeAfter, type Moment } from './BeforeAfter.tsx';
import { useCleanSound } from './use-clean-sound.ts';

type CleanSoundProps = {
  recording: OpenRecording;
  /** Where the review stands: what is heard before and after. */
  moment: () => Moment | null;
};

/** Takes by their number that were left as they are; null stands for such a one. */
const leftWords = (cleaned: OpenRecording['cleaned']): string =>
  new Intl.ListFormat(getLocale()).format(cleaned.flatMap((track, at) => (track ? [] : [String(at + 1)])));

export const CleanSound = ({ recording, moment }: CleanSoundProps) => {
  const { takes, cleaned, clean } = recording;
  const sound = useCleanSound(recording);
  const ref = useRef<HTMLDivElement>(null);
  const hasSound = takes.some(({ audio }) => audio);
  const isSilent = clean?.every((track) => !track);
  const cancel = () => {
    // The button that was pressed goes away.
    ref.current?.querySelector('input')?.focus();
    sound.cancel();
  };
  return (
    <Section title={m.sound_title()} lead={hasSound ? m.sound_lead() : m.sound_none()}>
      {hasSound && (
        <div ref={ref}>
          <Checkbox label={m.sound_switch()} checked={sound.isOn} onChange={sound.turn} />
        </div>
      )}
      {sound.share !== null && (
        <ProgressLine
          share={sound.share}
          say={(percent) => m.sound_cleaning({ percent })}
          onCancel={cancel}
        />
      )}
      {Boolean(sound.failure) && <Notice kind="problem">{errorText(sound.failure)}</Notice>}
      {isSilent && <Notice>{m.sound_silent()}</Notice>}
      {clean && !isSilent && leftWords(cleaned) && (
        <Notice>{m.sound_left({ takes: leftWords(cleaned) })}</Notice>
      )}
      {clean && !isSilent && <BeforeAfter recording={recording} clean={clean} moment={moment} />}
    </Section>
  );
};
