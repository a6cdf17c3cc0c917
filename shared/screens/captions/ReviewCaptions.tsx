import { useMemo, useRef } from 'preact/hooks';
import type { Take } from '../../contract/kinds/demo.ts';
import { m } from '../../messages/paraglide/messages.js';
import { getLocale } from '../../messages/paraglide/runtime.js';
import { readSpeech } from '../../recording/captions/read-speech.ts';
import type { ReadFile } from '../../recording/edit/open-track.ts';
import { cutCues, keepCues, placeCues } from '../../rules/captions/cues-on-takes.ts';
import { lengthOf, type Timeline } from '../../rules/timeline.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { PlayerHandle } from '../../ui/player/player-handle.ts';
import { Section } from '../../ui/Section.tsx';
import { useApp } from '../app-context.ts';
import type { DraftCaptions, OpenRecording } from '../recording/read-recording.ts';
import { CaptionsEditor } from './CaptionsEditor.tsx';
import type { Line } from './lines.ts';

type ReviewCaptionsProps = {
  recording: OpenRecording;
  player: PlayerHandle;
  /** As they are heard, and their files. */
  takes: readonly Take[];
  readFile: ReadFile;
};

/**
 * Captions of a recording that is not published yet, on the time of its takes: cuts, another order and an undo
 * take them along. They are kept with it at every keystroke.
 */
export const ReviewCaptions = (props: ReviewCaptionsProps) => {
  const { recording } = props;
  const timeline = JSON.stringify(recording.history.now);
  const count = recording.captions ? placeCues(recording.captions.cues, recording.history.now).length : 0;
  return (
    <Section title={m.captions_title()} lead={count > 0 ? m.captions_ready({ count }) : m.captions_pending()}>
      {recording.captions && <CutLines captions={recording.captions} timeline={recording.history.now} />}
      {/* Another timeline is other times: the editor begins anew with them. */}
      <OnTimeline key={timeline} {...props} />
    </Section>
  );
};

/** A name that was cut out of the video may stand in a line of which some is left. */
const CutLines = ({ captions, timeline }: { captions: DraftCaptions; timeline: Timeline }) => {
  const cut = cutCues(captions.cues, timeline);
  if (cut.length === 0) return null;
  return (
    <Notice>
      {m.captions_cut_through({ count: cut.length })}
      <ul lang={captions.language} dir="auto">
        {cut.map(({ take, fromSeconds, text }) => (
          <li key={`${take}@${fromSeconds}`}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
};

const OnTimeline = ({ recording, player, takes, readFile }: ReviewCaptionsProps) => {
  const { db } = useApp();
  const { record, history } = recording;
  // As they were when the editor opened: what its lines come from. The row follows what is typed.
  const before = useRef(recording.captions?.cues ?? []).current;
  const initial = useMemo(() => placeCues(before, history.now), []);
  const language = recording.captions?.language ?? getLocale();
  const latest = useRef<DraftCaptions['cues']>(before);
  const keep = (captions: DraftCaptions): void => {
    db.recordings.update(record, { captions }).catch(console.warn);
  };
  return (
    <CaptionsEditor
      initial={initial}
      language={language}
      lengthSeconds={lengthOf(history.now)}
      player={player}
      of={recording}
      hear={(signal) => {
        const heard = history.now.map(({ take, ...span }) => ({
          ...span,
          track: takes[take]?.audio ?? null,
        }));
        return readSpeech(heard, readFile, { signal });
      }}
      onChange={(lines: readonly Line[]) => {
        latest.current = keepCues(before, lines, history.now);
        keep({ language, cues: latest.current });
      }}
      onLanguage={(next) => keep({ language: next, cues: latest.current })}
    />
  );
};
