import { MonitorUp } from 'lucide-preact';
import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import css from './Studio.module.css';

/** The browser asks what to show only when something is pressed. */
export const ShareScreen = ({ onShare }: { onShare: () => void }) => (
  <div class={css.opening}>
    <div class={css.share}>
      <Button look="main" onClick={onShare}>
        <MonitorUp aria-hidden="true" />
        {m.record_share()}
      </Button>
      <p>{m.record_share_hint()}</p>
    </div>
  </div>
);
