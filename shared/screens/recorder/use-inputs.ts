import { useEffect, useState } from 'preact/hooks';
import type { Capture } from '../../recording/capture/capture.ts';
import { type Inputs, listInputs } from '../../recording/capture/list-inputs.ts';

/** Cameras and microphones, as they come and go. */
export const useInputs = (capture: Capture): Inputs => {
  const [inputs, setInputs] = useState<Inputs>({ cameras: [], microphones: [] });
  useEffect(() => {
    const leaving = new AbortController();
    const look = () => listInputs().then((now) => !leaving.signal.aborted && setInputs(now), console.warn);
    navigator.mediaDevices.addEventListener('devicechange', look, { signal: leaving.signal });
    void look();
    return () => leaving.abort();
  }, [capture]);
  return inputs;
};
