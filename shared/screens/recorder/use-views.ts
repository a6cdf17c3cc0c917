import { useEffect, useState } from 'preact/hooks';
import type { Capture, Views } from '../../recording/capture/capture.ts';

/** What can be seen of a capture now: a camera may be replaced by another. */
export const useViews = (capture: Capture): Views => {
  const [views, setViews] = useState(capture.views);
  useEffect(() => {
    setViews(capture.views);
    return capture.onViews(setViews);
  }, [capture]);
  return views;
};
