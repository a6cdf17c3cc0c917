import { FileVideo } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import css from './BringVideo.module.css';
import { DropTarget } from './DropTarget.tsx';

/**
 * A phone offers its camera and its gallery for `video/*` alone; a computer's dialogue hides what its system
 * does not know to be a video.
 */
const accept = (): string =>
  matchMedia('(pointer: fine)').matches ? 'video/*,.mkv,.avi,.wmv,.3gp,.mts,.m2ts,.flv' : 'video/*';

type BringVideoProps = { onFile: (file: File) => void };

/** A video that there is already: chosen by a button, or dropped on the page. */
export const BringVideo = ({ onFile }: BringVideoProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class={css.bring}>
      <Button onClick={() => input.current?.click()}>
        <FileVideo aria-hidden="true" />
        {m.bring_choose()}
      </Button>
      <p class={css.hint}>{m.bring_hint()}</p>
      <input
        ref={input}
        type="file"
        accept={accept()}
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same one may be chosen again.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <DropTarget onFile={onFile} />
    </div>
  );
};
