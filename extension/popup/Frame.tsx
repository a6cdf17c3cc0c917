import { Settings2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { m } from '../../shared/messages/paraglide/messages.js';
import { Button } from '../../shared/ui/Button.tsx';
import css from './Frame.module.css';

type FrameProps = {
  settings?: { isOpen: boolean; toggle: () => void };
  children: ComponentChildren;
};

export const Frame = ({ settings, children }: FrameProps) => (
  <div class={css.frame}>
    <header class={css.header}>
      <h1 class={css.brand}>
        <img src="/icons/48.png" alt="" width="24" height="24" />
        {m.common_app_name()}
      </h1>
      {settings && (
        <Button look="quiet" label={m.clip_settings()} pressed={settings.isOpen} onClick={settings.toggle}>
          <Settings2 aria-hidden="true" />
        </Button>
      )}
    </header>
    <main class={css.main}>{children}</main>
  </div>
);
