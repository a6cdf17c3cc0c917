import { useEffect, useRef, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { Finish } from '../../recording/take/start-take.ts';
import { Title } from '../../ui/Title.tsx';
import { Bringing } from '../bring/Bringing.tsx';
import { BringVideo } from '../bring/BringVideo.tsx';
import { FoundFile } from '../bring/FoundFile.tsx';
import { Review } from '../review/Review.tsx';
import { useTitle } from '../use-title.ts';
import { Found } from './Found.tsx';
import { Published } from './Published.tsx';
import css from './RecorderScreen.module.css';
import { TakeStudio } from './TakeStudio.tsx';
import type { TakeInto } from './use-room.ts';

type Stage =
  /** A new recording where `into` is null. */
  | { at: 'studio'; into: TakeInto | null }
  | { at: 'bring'; file: File; into: TakeInto | null }
  | { at: 'found'; record: Id }
  | { at: 'review'; record: Id; finish: Finish | null }
  | { at: 'published'; record: Id };

const titleOf = (stage: Stage): string => {
  if (stage.at === 'review') return m.record_review_title();
  if (stage.at === 'bring') return m.bring_title();
  if (stage.at !== 'studio' || !stage.into) return m.record_title();
  return stage.into.instead === undefined ? m.record_add_title() : m.record_redo_title();
};

/** Record, look at it, record more, publish: on the page and in a tab of the extension alike. */
export const RecorderScreen = ({ space }: { space: Id }) => {
  const [stage, setStage] = useState<Stage>({ at: 'studio', into: null });
  const [isRecording, setRecording] = useState(false);
  const toStudio = () => setStage({ at: 'studio', into: null });
  const toReview = (record: Id, finish: Finish | null = null) => {
    setRecording(false);
    setStage({ at: 'review', record, finish });
  };
  const main = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // What was pressed in another stage is gone.
    if (!isFirst.current && stage.at === 'studio') main.current?.focus();
    isFirst.current = false;
  }, [stage]);
  const isBefore = stage.at === 'studio' && !isRecording && !stage.into;
  useTitle(titleOf(stage));
  return (
    <div ref={main} tabIndex={-1} class={css.recorder}>
      <Title lead={isBefore ? m.record_lead() : undefined}>{titleOf(stage)}</Title>
      {isBefore && <Found space={space} onReview={(record) => setStage({ at: 'found', record })} />}
      {stage.at === 'studio' && (
        <TakeStudio
          space={space}
          into={stage.into}
          isRecording={isRecording}
          onRecording={setRecording}
          onEnded={({ record, finish }) => toReview(record, finish)}
          onBack={() => stage.into && toReview(stage.into.record)}
        />
      )}
      {stage.at === 'studio' && !isRecording && (
        <BringVideo onFile={(file) => setStage({ at: 'bring', file, into: stage.into })} />
      )}
      {stage.at === 'bring' && (
        <Bringing
          space={space}
          file={stage.file}
          into={stage.into}
          onEnded={({ record, finish }) => toReview(record, finish)}
          onFile={(file) => setStage({ ...stage, file })}
          onBack={() => (stage.into ? toReview(stage.into.record) : toStudio())}
        />
      )}
      {stage.at === 'found' && (
        <FoundFile
          space={space}
          record={stage.record}
          onEnded={({ record, finish }) => toReview(record, finish)}
          onNone={() => toReview(stage.record)}
          onBack={toStudio}
        />
      )}
      {stage.at === 'review' && (
        <Review
          key={stage.record}
          record={stage.record}
          finish={stage.finish}
          onTake={({ instead }) => setStage({ at: 'studio', into: { record: stage.record, instead } })}
          onPublished={() => setStage({ at: 'published', record: stage.record })}
          onDiscarded={toStudio}
        />
      )}
      {stage.at === 'published' && <Published space={space} record={stage.record} onAgain={toStudio} />}
    </div>
  );
};
