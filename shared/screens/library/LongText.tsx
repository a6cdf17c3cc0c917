import { useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { UserParagraphs } from '../../ui/UserText.tsx';
import css from './LongText.module.css';

const longest = 400;
const mostLines = 9;

/** What somebody wrote. A very long one begins folded, so that it does not push the others off the page. */
export const LongText = ({ text }: { text: string }) => {
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > longest || text.split('\n').length > mostLines;
  if (!isLong) return <UserParagraphs text={text} />;
  return (
    <div class={css.long}>
      <div class={isOpen ? css.open : css.folded}>
        <UserParagraphs text={text} />
      </div>
      <Button look="quiet" onClick={() => setOpen(!isOpen)}>
        {isOpen ? m.feed_show_less() : m.feed_show_all()}
      </Button>
    </div>
  );
};
