import { useEffect, useState } from 'preact/hooks';
import { type Inputs, listInputs } from '../../recording/capture/list-inputs.ts';
import { type Capture, openCapture } from '../../recording/capture/open-capture.ts';
import { prepareEncoders } from '../../recording/take/encoding.ts';

export type Chosen = { cameraId?: string | undefined; microphoneId?: string | undefined };

export type CaptureState =
  | { at: 'opening' }
  | { at: 'open'; capture: Capture; inputs: Inputs }
  | { at: 'failed'; failure: unknown };

const open = async (chosen: Chosen, signal: AbortSignal) => {
  const capture = await openCapture({ ...chosen, signal });
  try {
    // Now rather than after the countdown: the first seconds of a take are not for loading an encoder.
    await prepareEncoders();
    return { capture, inputs: await listInputs() };
  } catch (error) {
    capture.close();
    throw error;
  }
};

/** Camera and microphone while the screen is open; switched off when it is left. */
export const useCapture = (chosen: Chosen): CaptureState & { retry: () => void } => {
  const [state, setState] = useState<CaptureState>({ at: 'opening' });
  const [tries, setTries] = useState(0);
  const { cameraId, microphoneId } = chosen;
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    setState({ at: 'opening' });
    open({ cameraId, microphoneId }, signal).then(
      (opened) => !signal.aborted && setState({ at: 'open', ...opened }),
      (failure) => {
        if (signal.aborted) return;
        // The sentence on the screen leaves out why; whoever helps the teacher finds it here.
        console.warn(failure);
        setState({ at: 'failed', failure });
      },
    );
    return () => leaving.abort();
  }, [cameraId, microphoneId, tries]);
  return { ...state, retry: () => setTries((count) => count + 1) };
};
