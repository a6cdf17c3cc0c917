import { useEffect, useState } from 'preact/hooks';
import css from './Announcer.module.css';
import { onAnnounce } from './announce.ts';

const shownMs = 6_000;

/** Once in a page. The live region is there from the start: one that comes with its words is not spoken. */
export const Announcer = () => {
  const [said, setSaid] = useState({ words: '', count: 0 });
  useEffect(() => onAnnounce((words) => setSaid(({ count }) => ({ words, count: count + 1 }))), []);
  useEffect(() => {
    if (said.words === '') return;
    const timer = setTimeout(() => setSaid(({ count }) => ({ words: '', count })), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class={css.region} role="status" aria-live="polite">
      {said.words && (
        <p key={said.count} class={css.words}>
          {said.words}
        </p>
      )}
    </div>
  );
};
