import { useMemo, useRef, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { placeAt } from '../../rules/timeline.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { ReviewCaptions } from '../captions/ReviewCaptions.tsx';
import { useDemoSeconds } from '../library/use-demo-seconds.ts';
import type { OpenRecording } from '../recording/read-recording.ts';
import { CleanSound } from '../sound/CleanSound.tsx';
import { Cuts, History } from './Cuts.tsx';
import { Download } from './Download.tsx';
import { historyKey, timelineKey } from './editor-keys.ts';
import { Parts } from './Parts.tsx';
import { PosterChoice } from './PosterChoice.tsx';
import { playerOf } from './player-of.ts';
import css from './Review.module.css';
import { ReviewForm } from './ReviewForm.tsx';
import { SilenceOffer } from './SilenceOffer.tsx';
import { Screen, Transport, togglePlaying } from './Stage.tsx';
import { Timeline } from './Timeline.tsx';
import { isTooLong, TooLong } from './TooLong.tsx';
import { type Editor, useEditor } from './use-editor.ts';
import type { Footage } from './use-footage.ts';
import { usePoster } from './use-poster.ts';
import { useStrip } from './use-strip.ts';

type OpenReviewProps = {
  recording: OpenRecording;
  footage: Footage;
  onTake: (take: { instead?: number }) => void;
  onPublished: () => void;
};

/** Watch it and cut it first; what it is made of, its picture, its name and who may see it come after. */
export const OpenReview = ({ recording, footage, onTake, onPublished }: OpenReviewProps) => {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const editor = useEditor(recording, footage, video);
  const { width = 16, height = 9 } = recording.takes[0]?.video ?? {};
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo and redo, which buttons in it do too
    <div
      class={css.open}
      onKeyDown={(event) => {
        if (editor && historyKey(event, editor)) event.preventDefault();
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of what has the focus in it */}
      <div
        class={css.watch}
        onKeyDown={(event) => {
          if (editor && timelineKey(event, editor)) event.preventDefault();
        }}
      >
        <Screen
          width={width}
          height={height}
          videoRef={setVideo}
          onPress={() => editor && togglePlaying(editor)}
        />
        {editor && <Desk editor={editor} />}
      </div>
      {editor && <Rest editor={editor} onTake={onTake} onPublished={onPublished} />}
    </div>
  );
};

const Desk = ({ editor }: { editor: Editor }) => {
  const strip = useStrip(editor.length, () => editor.playback.seconds.value);
  const playhead = useRef<HTMLDivElement>(null);
  const toPlayhead = () => playhead.current?.focus();
  return (
    <>
      <Transport editor={editor} strip={strip} />
      <Timeline editor={editor} strip={strip} playhead={playhead} />
      <Cuts editor={editor} onDone={toPlayhead} />
      <History editor={editor} onDone={toPlayhead} />
      <SilenceOffer editor={editor} onDone={toPlayhead} />
    </>
  );
};

type RestProps = Pick<OpenReviewProps, 'onTake' | 'onPublished'> & { editor: Editor };

const Rest = ({ editor, onTake, onPublished }: RestProps) => {
  const { recording, length, playback, timeline } = editor;
  const most = useDemoSeconds(recording.space);
  const poster = usePoster(editor);
  const player = useMemo(() => playerOf(editor.playback), [editor.playback]);
  const isOver = most !== undefined && isTooLong(length, most);
  return (
    <>
      {isOver && <TooLong length={length} most={most} />}
      {length === 0 && <Notice kind="problem">{m.review_nothing_left()}</Notice>}
      <Parts editor={editor} onTake={onTake} />
      <CleanSound
        recording={recording}
        moment={() => {
          playback.pause();
          return placeAt(timeline, playback.seconds.value);
        }}
      />
      {length > 0 && <PosterChoice editor={editor} poster={poster} />}
      {length > 0 && (
        <ReviewCaptions
          recording={recording}
          player={player}
          takes={editor.footage.heard}
          readFile={editor.footage.readFile}
        />
      )}
      <Section title={m.review_publish_title()}>
        <ReviewForm
          editor={editor}
          poster={poster.chosen}
          isReady={!isOver && length > 0}
          onPublished={onPublished}
        />
        <Download editor={editor} />
      </Section>
    </>
  );
};
