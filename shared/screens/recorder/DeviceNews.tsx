import { useEffect, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import type { DeviceKind } from '../../recording/capture/ask-for-devices.ts';
import type { Capture, CaptureNews } from '../../recording/capture/capture.ts';
import { Notice } from '../../ui/Notice.tsx';

const lostWords: Record<DeviceKind, () => string> = {
  camera: m.record_camera_lost,
  microphone: m.record_microphone_lost,
};
const replacedWords: Record<DeviceKind, (words: { name: string }) => string> = {
  camera: m.record_camera_replaced,
  microphone: m.record_microphone_replaced,
};
const unnamed: Record<DeviceKind, () => string> = {
  camera: m.record_other_camera,
  microphone: m.record_other_microphone,
};

const wordsOf = (news: CaptureNews, isPaused: boolean): string => {
  if (news.at === 'no-picture') return m.record_no_picture();
  if (news.at === 'picture') return '';
  if (news.at === 'lost') return lostWords[news.device]();
  const name = news.label || unnamed[news.device]();
  if (news.at === 'replaced') return replacedWords[news.device]({ name });
  return isPaused ? m.record_device_back_paused({ name }) : m.record_device_back({ name });
};

/** What became of camera and microphone, and what to do; one sentence, until the next. */
export const DeviceNews = ({ capture, isPaused }: { capture: Capture; isPaused: boolean }) => {
  const [news, setNews] = useState<CaptureNews | null>(null);
  useEffect(
    () =>
      capture.onNews((next) =>
        // Of a camera that is gone no picture is expected.
        setNews((now) => (now?.at === 'lost' && !('device' in next) ? now : next)),
      ),
    [capture],
  );
  if (!news || news.at === 'picture') return null;
  const isProblem = news.at === 'lost' || news.at === 'no-picture';
  return <Notice kind={isProblem ? 'problem' : 'info'}>{wordsOf(news, isPaused)}</Notice>;
};
