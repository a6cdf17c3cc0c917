import { useRef, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { type Cue, tidyCues } from '../../rules/captions/cues.ts';
import { writeSrt, writeVtt } from '../../rules/captions/write-captions.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { saveFile } from '../save-file.ts';
import css from './CaptionsEditor.module.css';
import { ConfirmReplace } from './ConfirmReplace.tsx';
import type { Line } from './lines.ts';
import { openCaptionsFile } from './open-captions-file.ts';

type CaptionFilesProps = {
  lines: readonly Line[];
  lengthSeconds: number;
  onReplace: (cues: readonly Cue[]) => void;
  onShift: (bySeconds: number) => void;
};

const mostShown = 5;

/** Captions from a file and into one, and all of them a little earlier or later. */
export const CaptionFiles = ({ lines, lengthSeconds, onReplace, onShift }: CaptionFilesProps) => {
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const [waiting, setWaiting] = useState<Cue[] | null>(null);
  const take = (cues: Cue[]): void => {
    setWaiting(null);
    onReplace(cues);
    announce(m.captions_imported({ count: cues.length }));
  };
  const open = async (file: File): Promise<void> => {
    const read = await openCaptionsFile(file, lengthSeconds);
    setProblems(read.problems);
    if (read.cues.length === 0) return;
    if (lines.length === 0) take(read.cues);
    else setWaiting(read.cues);
  };
  const tidy = () => tidyCues(lines, lengthSeconds);
  return (
    <>
      <div class={css.tools}>
        <input
          ref={input}
          type="file"
          accept=".vtt,.srt,text/vtt,application/x-subrip"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) open(file).catch(console.warn);
          }}
        />
        <Button onClick={() => input.current?.click()}>{m.captions_import()}</Button>
        {lines.length > 0 && (
          <>
            <Button
              onClick={() => saveFile(new Blob([writeVtt(tidy())], { type: 'text/vtt' }), 'captions.vtt')}
            >
              {m.captions_export_vtt()}
            </Button>
            <Button
              onClick={() =>
                saveFile(new Blob([writeSrt(tidy())], { type: 'application/x-subrip' }), 'captions.srt')
              }
            >
              {m.captions_export_srt()}
            </Button>
            <Button onClick={() => onShift(-0.5)}>{m.captions_shift_earlier()}</Button>
            <Button onClick={() => onShift(0.5)}>{m.captions_shift_later()}</Button>
          </>
        )}
      </div>
      {problems.length > 0 && (
        <Notice kind="problem">
          <p>{m.captions_problems()}</p>
          <ul class={css.problems}>
            {problems.slice(0, mostShown).map((words) => (
              <li key={words}>{words}</li>
            ))}
            {problems.length > mostShown && (
              <li>{m.captions_problems_more({ count: problems.length - mostShown })}</li>
            )}
          </ul>
        </Notice>
      )}
      <ConfirmReplace
        count={lines.length}
        waiting={waiting}
        onReplace={take}
        onClose={() => setWaiting(null)}
      />
    </>
  );
};
