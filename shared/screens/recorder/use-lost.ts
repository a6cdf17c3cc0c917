import { useEffect, useState } from 'preact/hooks';
import type { DeviceKind } from '../../recording/capture/ask-for-devices.ts';
import type { Capture } from '../../recording/capture/capture.ts';

/** What is unplugged and has nothing in its place: until it is back, nothing can be recorded. */
export const useLost = (capture: Capture): readonly DeviceKind[] => {
  const [lost, setLost] = useState(capture.lost);
  useEffect(() => capture.onNews(() => setLost(capture.lost)), [capture]);
  return lost;
};
