import { type Attached, attachPlaylist, type Engine, enginesOf, type Failure } from './attach-playlist.ts';

/** `unsupported`: nothing here can play it. `stuck`: it stopped arriving. Else what `source` rejected with. */
export type Trouble = { kind: 'unsupported' } | { kind: 'stuck' } | { kind: 'source'; error: unknown };

type KeepPlayingOptions = {
  /** An address that is good now: asked for again when the last one stopped working, as tickets do. */
  source: () => Promise<string>;
  onTrouble: (trouble: Trouble | null) => void;
};

/**
 * Plays what `source` leads to and sees that it goes on: after a failure it takes a fresh address and resumes
 * at the same moment, then tries the other engine, and only then says that there is trouble. `retry` begins
 * anew from where it stopped.
 */
export const keepPlaying = (video: HTMLVideoElement, { source, onTrouble }: KeepPlayingOptions) => {
  const engines = enginesOf(video);
  let attached: Attached | null = null;
  let turn = 0;
  let failures = 0;
  let atSeconds = 0;
  let wantsToPlay = false;

  const attach = async (engine: Engine): Promise<void> => {
    turn += 1;
    const mine = turn;
    attached?.detach();
    attached = null;
    const address = await source();
    if (mine !== turn) return;
    const onFailure = (failure: Failure) => mine === turn && fail(engine, failure);
    const made = await attachPlaylist(video, address, { engine, atSeconds, onFailure });
    if (mine !== turn) return made.detach();
    attached = made;
    if (wantsToPlay) await video.play().catch(() => video.pause());
  };

  const start = (engine: Engine): void => {
    const mine = turn + 1;
    attach(engine).catch((error: unknown) => mine === turn && onTrouble({ kind: 'source', error }));
  };

  const fail = (engine: Engine, failure: Failure): void => {
    failures += 1;
    wantsToPlay = wantsToPlay || !video.paused;
    const other = engines[engines.indexOf(engine) + 1];
    if (failures === 1) start(engine);
    else if (failures === 2 && failure === 'media' && other) start(other);
    else {
      turn += 1;
      onTrouble({ kind: failure === 'media' && atSeconds === 0 ? 'unsupported' : 'stuck' });
    }
  };

  const begin = (): void => {
    failures = 0;
    onTrouble(null);
    const first = engines[0];
    if (first) start(first);
    else onTrouble({ kind: 'unsupported' });
  };

  /** A jump counts from its beginning: its target may be the very thing that cannot be had. */
  const onProgress = ({ type }: Event) => {
    const needed = type === 'seeking' ? HTMLMediaElement.HAVE_METADATA : HTMLMediaElement.HAVE_CURRENT_DATA;
    if (!attached || video.readyState < needed) return;
    if (type === 'timeupdate' && video.currentTime > atSeconds) failures = 0;
    atSeconds = video.currentTime;
    wantsToPlay = !video.paused;
  };
  const events = ['timeupdate', 'seeking', 'play', 'pause'] as const;
  for (const event of events) video.addEventListener(event, onProgress);
  begin();

  return {
    retry: () => {
      wantsToPlay = true;
      begin();
    },
    stop: () => {
      turn += 1;
      attached?.detach();
      for (const event of events) video.removeEventListener(event, onProgress);
    },
  };
};
