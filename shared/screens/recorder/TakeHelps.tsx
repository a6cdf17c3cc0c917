import type { Id } from '../../contract/ids.ts';
import { PromptCard } from './PromptCard.tsx';
import { Teleprompter } from './Teleprompter.tsx';
import type { Helps } from './use-helps.ts';
import type { Run } from './use-take.ts';
import { usePrompterText } from './use-teleprompter.ts';

type TakeHelpsProps = { space: Id; helps: Helps; run: Run };

/** Above the picture: what one wants before one's eyes while one talks. */
export const TakeHelps = ({ space, helps, run }: TakeHelpsProps) => (
  <>
    {helps.prompts && <PromptCard />}
    {helps.teleprompter && run.at !== 'idle' && (
      <PrompterOf space={space} isRunning={run.at === 'running' && !run.isPaused} />
    )}
  </>
);

const PrompterOf = ({ space, isRunning }: { space: Id; isRunning: boolean }) => {
  const [text] = usePrompterText(space);
  return text.trim() === '' ? null : <Teleprompter text={text} isRunning={isRunning} />;
};
