import type { ComponentChildren } from 'preact';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { Brand } from './Brand.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import css from './Shell.module.css';

/** The frame of screens that need nobody to be signed in; whoever comes first can choose the language. */
export const VisitorFrame = ({ children }: { children: ComponentChildren }) => (
  <PageFrame
    header={
      <div class={css.visitor}>
        <Brand />
        <LanguageSwitch />
      </div>
    }
    places={[]}
  >
    {children}
  </PageFrame>
);
