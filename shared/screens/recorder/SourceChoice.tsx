import { m } from '../../messages/paraglide/messages.js';
import { canShareScreen } from '../../recording/capture/ask-for-screen.ts';
import type { Source } from '../../recording/capture/capture.ts';
import { canReadTracks } from '../../recording/capture/track-reader.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';

type SourceChoiceProps = { source: Source; onChoose: (source: Source) => void };

/** What is shown. Where there is no screen to share, as on a phone, there is nothing to choose. */
export const SourceChoice = ({ source, onChoose }: SourceChoiceProps) =>
  canShareScreen() && (
    <RadioGroup
      label={m.record_source()}
      choices={[
        { value: 'camera', label: m.record_source_camera() },
        { value: 'screen', label: m.record_source_screen() },
        ...(canReadTracks() ? [{ value: 'both' as const, label: m.record_source_both() }] : []),
      ]}
      value={source}
      onChange={onChoose}
    />
  );
