import { useEffect, useRef, useState } from 'preact/hooks';
import { askForScreen } from '../../recording/capture/ask-for-screen.ts';
import type { Capture, Source } from '../../recording/capture/capture.ts';
import type { Bubble, Size } from '../../recording/capture/compose/layout.ts';
import { openCapture } from '../../recording/capture/open-capture.ts';
import { prepareEncoders } from '../../recording/take/encoding.ts';

/** What the person chose last on this device. */
export type Chosen = {
  source: Source;
  cameraId?: string | undefined;
  microphoneId?: string | undefined;
  /** The preview alone; what is recorded is the right way round. */
  isMirrored: boolean;
  /** What is behind the person, where the system can do that. */
  isBlurred: boolean;
  bubble: Bubble;
};

export type CaptureState =
  /** A screen is wanted, and none is shared yet or any more. */
  | { at: 'unshared' }
  | { at: 'opening' }
  | { at: 'open'; capture: Capture }
  | { at: 'failed'; failure: unknown };

const open = async (chosen: Chosen, size: Size | null, shared: MediaStream | null, signal: AbortSignal) => {
  const { source, ...inputs } = chosen;
  const capture = await openCapture({
    ...inputs,
    size,
    signal,
    // A clone: what is shared stays so when the camera is added to it.
    ...(source !== 'camera' && shared ? { source, screen: shared.clone() } : { source: 'camera' }),
  });
  try {
    // Now rather than after the countdown: the first seconds of a take are not for loading an encoder.
    await prepareEncoders();
    return capture;
  } catch (error) {
    capture.close();
    throw error;
  }
};

/** What is shared of the screen, until nobody wants it any more. */
const useShared = (isWanted: boolean, onFailed: (failure: unknown) => void) => {
  const [shared, setShared] = useState<MediaStream | null>(null);
  const isLeft = useRef(false);
  const drop = () => setShared(null);
  useEffect(() => {
    if (!isWanted) drop();
  }, [isWanted]);
  useEffect(
    () => () => {
      for (const track of shared?.getTracks() ?? []) track.stop();
    },
    [shared],
  );
  useEffect(
    () => () => {
      isLeft.current = true;
    },
    [],
  );
  const take = (stream: MediaStream | null) => {
    if (stream && isLeft.current) for (const track of stream.getTracks()) track.stop();
    else if (stream) setShared(stream);
  };
  /** In the click itself: the browser asks only then. */
  const share = () => void askForScreen().then(take, onFailed);
  return { shared, share, drop };
};

/** What is recorded from, while the screen is open; switched off when it is left. */
export const useCapture = (chosen: Chosen, size: Size | null) => {
  const [state, setState] = useState<CaptureState>({ at: 'opening' });
  const [tries, setTries] = useState(0);
  const { source } = chosen;
  const isScreen = source !== 'camera';
  const fail = (failure: unknown) => {
    // The sentence on the screen leaves out why; whoever helps the teacher finds it here.
    console.warn(failure);
    setState({ at: 'failed', failure });
  };
  const { shared, share, drop } = useShared(isScreen, fail);
  useEffect(() => {
    if (isScreen && !shared) return setState({ at: 'unshared' });
    const leaving = new AbortController();
    const { signal } = leaving;
    setState({ at: 'opening' });
    open(chosen, size, shared, signal).then(
      (capture) => !signal.aborted && setState({ at: 'open', capture }),
      (failure) => !signal.aborted && fail(failure),
    );
    return () => leaving.abort();
  }, [source, shared, tries]);
  return { state, share, unshare: drop, retry: () => setTries((count) => count + 1) };
};
