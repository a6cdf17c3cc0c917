import { useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { Finish } from '../../recording/take/start-take.ts';
import { Title } from '../../ui/Title.tsx';
import { Review } from '../review/Review.tsx';
import { useTitle } from '../use-title.ts';
import { Found } from './Found.tsx';
import { Published } from './Published.tsx';
import { Studio } from './Studio.tsx';

type Stage = { at: 'studio' } | { at: 'review'; record: Id; finish: Finish | null } | { at: 'published' };

/** Record, look at it, publish: on the page and in a tab of the extension alike. */
export const RecorderScreen = ({ space }: { space: Id }) => {
  const [stage, setStage] = useState<Stage>({ at: 'studio' });
  const [isRecording, setRecording] = useState(false);
  const toStudio = () => setStage({ at: 'studio' });
  useTitle(m.record_title());
  return (
    <>
      <Title lead={stage.at === 'studio' && !isRecording ? m.record_lead() : undefined}>
        {stage.at === 'review' ? m.record_review_title() : m.record_title()}
      </Title>
      {stage.at === 'studio' && (
        <>
          {!isRecording && (
            <Found space={space} onReview={(record) => setStage({ at: 'review', record, finish: null })} />
          )}
          <Studio
            space={space}
            onRecording={setRecording}
            onEnded={({ record, finish }) => {
              setRecording(false);
              setStage({ at: 'review', record, finish });
            }}
          />
        </>
      )}
      {stage.at === 'review' && (
        <Review
          key={stage.record}
          record={stage.record}
          finish={stage.finish}
          onPublished={() => setStage({ at: 'published' })}
          onDiscarded={toStudio}
        />
      )}
      {stage.at === 'published' && <Published space={space} onAgain={toStudio} />}
    </>
  );
};
