import { CircleCheck, Info, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import css from './Notice.module.css';

type NoticeProps = {
  kind?: 'info' | 'problem' | 'success';
  children: ComponentChildren;
  action?: ComponentChildren;
};

const icons = { info: Info, problem: TriangleAlert, success: CircleCheck };

/** A sentence that stands until it no longer holds. A problem is spoken at once; the rest when there is a pause. */
export const Notice = ({ kind = 'info', children, action }: NoticeProps) => {
  const Icon = icons[kind];
  return (
    <div class={`${css.notice} ${css[kind]}`} role={kind === 'problem' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" class={css.icon} />
      <div class={css.words}>
        <div>{children}</div>
        {action}
      </div>
    </div>
  );
};
