import { useMemo, useRef, useState } from 'preact/hooks';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { Cue } from '../../rules/captions/cues.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { PlayerHandle } from '../../ui/player/player-handle.ts';
import { useApp } from '../app-context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { DemoPlayer } from '../demo/DemoPlayer.tsx';
import type { Entry } from '../library/entry.ts';
import { places } from '../places.ts';
import { useAction } from '../use-action.ts';
import css from './CaptionsEditor.module.css';
import { CaptionsEditor } from './CaptionsEditor.tsx';
import type { Line } from './lines.ts';
import { saveDemoCaptions } from './save-demo-captions.ts';
import { useCaptionsDraft } from './use-captions-draft.ts';

/** A handle that is there before its player is. */
const laterHandle = (ref: { current: PlayerHandle | null }): PlayerHandle => ({
  seconds: () => ref.current?.seconds() ?? 0,
  isPlaying: () => ref.current?.isPlaying() ?? false,
  play: () => ref.current?.play(),
  pause: () => ref.current?.pause(),
  seek: (seconds) => ref.current?.seek(seconds),
});

export const DemoCaptions = ({ demo }: { demo: Entry<'demo'> }) => {
  const { db, client, me, heartbeat, navigate } = useApp();
  const ref = useRef<PlayerHandle>(null);
  const player = useMemo(() => laterHandle(ref), []);
  const { state, change, forget } = useCaptionsDraft(demo);
  const [asking, setAsking] = useState<'off' | 'discard' | null>(null);
  const close = () => setAsking(null);
  const leave = () => {
    heartbeat.nudge();
    navigate(places.demo(demo.record.space, demo.record.id));
  };
  const saving = useAction(async () => {
    if (state.at !== 'open') return;
    await saveDemoCaptions(db, me.id, demo, state.draft);
    announce(m.captions_saved());
    leave();
  });
  const takeOff = async () => {
    if (state.at !== 'open') return;
    await saveDemoCaptions(db, me.id, demo, { ...state.draft, cues: [] });
    announce(m.captions_off());
    leave();
  };
  if (state.at === 'opening') return null;
  if (state.at === 'failed') return <Notice kind="problem">{state.words}</Notice>;
  const { draft, isChanged } = state;
  return (
    <>
      <CaptionsEditor
        initial={draft.cues}
        language={draft.language}
        lengthSeconds={demo.body.seconds}
        player={player}
        video={<DemoPlayer demo={demo} handle={ref} />}
        of={{ space: demo.record.space, record: demo.record.id }}
        // What decodes sound is large, and most lines are written by hand.
        hear={async (signal) => (await import('./hear-demo.ts')).hearDemo(demo, { db, client, signal })}
        onChange={(lines) => change({ ...draft, cues: lines.map(cueOf) })}
        onLanguage={(language) => change({ ...draft, language })}
      />
      {Boolean(saving.failure) && <Notice kind="problem">{errorText(saving.failure)}</Notice>}
      <div class={css.tools}>
        <Button look="main" busy={saving.busy} onClick={() => saving.run()}>
          {m.captions_save()}
        </Button>
        {isChanged && <Button onClick={() => setAsking('discard')}>{m.captions_discard()}</Button>}
        {demo.body.captions !== 'pending' && (
          <Button look="danger" onClick={() => setAsking('off')}>
            {m.captions_remove_all()}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking === 'off'}
        title={m.captions_remove_all_title()}
        confirm={m.captions_remove_all()}
        onConfirm={takeOff}
        onClose={close}
      >
        <p>{m.captions_remove_all_words()}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'discard'}
        title={m.captions_discard_title()}
        confirm={m.captions_discard()}
        onConfirm={forget}
        onClose={close}
      >
        <p>{m.captions_discard_words()}</p>
      </ConfirmDialog>
    </>
  );
};

const cueOf = ({ fromSeconds, toSeconds, text }: Line): Cue => ({ fromSeconds, toSeconds, text });
