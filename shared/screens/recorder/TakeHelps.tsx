import type { Id } from '../../contract/ids.ts';
import { PromptCard } from './PromptCard.tsx';
import { Teleprompter } from './Teleprompter.tsx';
import type { Helps } from './use-helps.ts';
import type { Run } from './use-take.ts';
import { usePrompterText } from './use-teleprompter.ts';

type TakeHelpsProps = { space: Id; helps: Helps; run: Run };

/** Above the picture: what one wants before one's eyes while one talks. Who has a text of their own has no list. */
export const TakeHelps = ({ space, helps, run }: TakeHelpsProps) => {
  const isReading = helps.teleprompter && run.at !== 'idle';
  return isReading ? <Reading space={space} helps={helps} run={run} /> : helps.prompts && <PromptCard />;
};

const Reading = ({ space, helps, run }: TakeHelpsProps) => {
  const [text] = usePrompterText(space);
  if (text.trim() === '') return helps.prompts && <PromptCard />;
  return <Teleprompter text={text} isRunning={run.at === 'running' && !run.isPaused} />;
};
