import { Pause, Play, Plus, Rewind } from 'lucide-preact';
import { m } from '../../messages/paraglide/messages.js';
import { writeClock } from '../../rules/captions/cue-time.ts';
import { Button } from '../../ui/Button.tsx';
import type { PlayerHandle } from '../../ui/player/player-handle.ts';
import css from './CaptionsEditor.module.css';
import { usePlayerState } from './use-player-state.ts';

const isPlayingOf = (player: PlayerHandle): boolean => player.isPlaying();
const clockOf = (player: PlayerHandle): string => writeClock(player.seconds());

export const stepBack = (player: PlayerHandle): void => player.seek(Math.max(0, player.seconds() - 2));
export const togglePlaying = (player: PlayerHandle): void =>
  player.isPlaying() ? player.pause() : player.play();

type CaptionsTransportProps = { player: PlayerHandle; onNewLine: () => void };

/** What the keys do, for those who press instead; it stays in sight while the lines are scrolled. */
export const CaptionsTransport = ({ player, onNewLine }: CaptionsTransportProps) => {
  const isPlaying = usePlayerState(player, isPlayingOf);
  const clock = usePlayerState(player, clockOf);
  return (
    <div class={css.transport}>
      <Button
        label={isPlaying ? m.captions_pause() : m.captions_play()}
        onClick={() => togglePlaying(player)}
      >
        {isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </Button>
      <Button label={m.captions_step_back()} onClick={() => stepBack(player)}>
        <Rewind aria-hidden="true" />
      </Button>
      <span class={css.clock}>{clock}</span>
      <Button onClick={onNewLine}>
        <Plus aria-hidden="true" />
        {m.captions_new_line()}
      </Button>
    </div>
  );
};

const keys = (): readonly [string, string][] => [
  ['Ctrl + Space', m.captions_key_play()],
  ['Ctrl + ,', m.captions_key_back()],
  ['Enter', m.captions_key_split()],
  ['Shift + Enter', m.captions_key_break()],
  ['Backspace', m.captions_key_merge()],
];

/** Open where there is a keyboard, as far as a browser says; a phone has the buttons. */
export const CaptionsKeys = () => (
  <details class={css.keys} open={matchMedia('(hover: hover)').matches}>
    <summary>{m.captions_keys()}</summary>
    <dl>
      {keys().map(([key, words]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  </details>
);
