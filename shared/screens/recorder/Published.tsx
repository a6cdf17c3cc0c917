import { useEffect, useRef } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { places } from '../places.ts';
import { useObservable } from '../use-observable.ts';
import css from './Published.module.css';

export const Published = ({ space, onAgain }: { space: Id; onAgain: () => void }) => {
  const { heartbeat } = useApp();
  const { online } = useObservable(heartbeat.status);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} class={css.review}>
      <Notice kind="success">{online ? m.record_published() : m.record_published_offline()}</Notice>
      <div class={css.actions}>
        <ButtonLink look="main" href={places.feed(space)}>
          {m.record_to_feed()}
        </ButtonLink>
        <Button onClick={onAgain}>{m.record_another()}</Button>
      </div>
    </div>
  );
};
