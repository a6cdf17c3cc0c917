import { useState } from 'preact/hooks';
import type { Students } from '../../contract/kinds/demo.ts';
import { limits } from '../../contract/limits.ts';
import { cleanLine, line } from '../../contract/text.ts';
import type { Recording } from '../../local/db.ts';
import { m } from '../../messages/paraglide/messages.js';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useApp } from '../app-context.ts';
import { errorAt, errorOfForm, FormError, insist } from '../form-error.ts';
import { ProgressLine } from '../ProgressLine.tsx';
import { publishRecording } from '../recording/keep-recording.ts';
import type { PosterChoice } from '../recording/read-recording.ts';
import { useAction } from '../use-action.ts';
import { useProgress } from '../use-progress.ts';
import { StrategyField } from './StrategyField.tsx';
import type { Editor } from './use-editor.ts';
import { usePicture } from './use-picture.ts';

type Answer = Students['answer'];
type ReviewFormProps = {
  editor: Editor;
  poster: PosterChoice | null;
  /** False: something else has to be done first, which is said above. */
  isReady: boolean;
  onPublished: () => void;
};

const answers = (): { value: Answer; label: string }[] => [
  { value: 'no', label: m.record_students_no() },
  { value: 'background', label: m.record_students_background() },
  { value: 'focus', label: m.record_students_focus() },
];

/** As it stood on the screen, so that it can be said later what was asked. */
const wordingOf = (answer: Answer): string =>
  `${m.record_students()} ${answers().find(({ value }) => value === answer)?.label}`;

/** Title and strategy are kept at every keystroke; the answer about students is given anew each time. */
export const ReviewForm = ({ editor, poster, isReady, onPublished }: ReviewFormProps) => {
  const { db, me, heartbeat } = useApp();
  const { recording } = editor;
  const { record, space } = recording;
  const [title, setTitle] = useState(recording.title);
  const [strategy, setStrategy] = useState(recording.strategy);
  const [students, setStudents] = useState<Students | null>(null);
  const keep = (change: Partial<Recording>) => {
    db.recordings.update(record, change).catch(console.warn);
  };

  const takePicture = usePicture(editor, poster);
  const publishing = useProgress();
  const { run, busy, failure, clear } = useAction(async () => {
    // From top to bottom, as they are read.
    const named = insist(line(limits.titleLength), cleanLine(title), 'title');
    const tag = insist(line(limits.tagLength), cleanLine(strategy), 'strategy');
    if (students?.answer !== 'no' && students?.answer !== 'background') {
      throw new FormError('students', 'unanswered');
    }
    const isDone = await publishing.run(async (options) => {
      const answers = { title: named, strategy: tag, students, poster: await takePicture() };
      await publishRecording(db, me.id, recording, answers, options);
      heartbeat.nudge();
      onPublished();
    });
    if (!isDone) announce(m.review_publish_cancelled());
  });
  // Every gap is named at once, though the first ended the try.
  const hasTried = failure instanceof FormError;
  const errorOf = (field: 'title' | 'strategy', value: string, label: string) =>
    errorAt(hasTried && cleanLine(value) === '' ? new FormError(field, 'blank') : failure, field, label);
  const studentsError =
    students?.answer === 'focus'
      ? m.record_students_blocked()
      : hasTried && !students
        ? m.record_students_unanswered()
        : undefined;
  const problem = errorOfForm(failure, ['title', 'strategy', 'students']);

  return (
    <Form onSubmit={run} failure={failure}>
      <TextField
        label={m.record_name()}
        hint={m.record_name_hint()}
        error={errorOf('title', title, m.record_name())}
        value={title}
        limit={limits.titleLength}
        autocapitalize="sentences"
        required
        onInput={(value) => {
          setTitle(value);
          keep({ title: value });
        }}
      />
      <StrategyField
        space={space}
        error={errorOf('strategy', strategy, m.record_strategy())}
        value={strategy}
        onInput={(value) => {
          setStrategy(value);
          keep({ strategy: value });
        }}
      />
      <RadioGroup
        label={m.record_students()}
        hint={m.record_students_hint()}
        error={studentsError}
        choices={answers()}
        value={students?.answer ?? null}
        onChange={(answer) => {
          clear();
          setStudents({ answer, wording: wordingOf(answer), at: Date.now() });
        }}
      />
      {problem && <Notice kind="problem">{problem}</Notice>}
      <Button look="main" type="submit" busy={busy} disabled={!isReady}>
        {m.record_publish()}
      </Button>
      {publishing.share !== null && (
        <ProgressLine
          share={publishing.share}
          say={(percent) => m.review_publishing({ percent })}
          onCancel={publishing.cancel}
        />
      )}
    </Form>
  );
};
