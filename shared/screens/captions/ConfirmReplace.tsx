import { m } from '../../messages/paraglide/messages.js';
import type { Cue } from '../../rules/captions/cues.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';

type ConfirmReplaceProps = {
  /** How many lines there are. */
  count: number;
  /** What is to take their place; null while nothing is. */
  waiting: Cue[] | null;
  onReplace: (cues: Cue[]) => void;
  onClose: () => void;
};

/** What was written by hand goes only when that was said twice. */
export const ConfirmReplace = ({ count, waiting, onReplace, onClose }: ConfirmReplaceProps) => (
  <ConfirmDialog
    open={waiting !== null}
    title={m.captions_replace_title()}
    confirm={m.captions_replace_yes()}
    onConfirm={async () => onReplace(waiting ?? [])}
    onClose={onClose}
  >
    <p>{m.captions_replace_words({ count })}</p>
  </ConfirmDialog>
);
