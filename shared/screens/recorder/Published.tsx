import { useEffect, useRef } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { CaptionsReminder } from '../captions/CaptionsReminder.tsx';
import { readEntry } from '../library/entry.ts';
import { SendingProgress, useSending } from '../library/SendingProgress.tsx';
import { SendingState } from '../library/SendingState.tsx';
import { places } from '../places.ts';
import { useLive } from '../use-live.ts';
import { useObservable } from '../use-observable.ts';
import css from './Published.module.css';

type PublishedProps = { space: Id; record: Id; onAgain: () => void };

/** It is the group's now, or will be as soon as the network lets it: how far that is. */
export const Published = ({ space, record: id, onAgain }: PublishedProps) => {
  const { db, heartbeat, sendsWhenClosed } = useApp();
  const { online } = useObservable(heartbeat.status);
  const record = useLive(() => db.records.get(id), [db, id]);
  const sending = useSending(record);
  const demo = readEntry('demo', record);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const arrived = sending ? m.record_publishing() : m.record_published();
  return (
    <div ref={ref} tabIndex={-1} class={css.review}>
      {record?.refusal ? (
        <SendingState record={record} />
      ) : (
        <Notice kind="success">{online ? arrived : m.record_published_offline()}</Notice>
      )}
      {sending && (
        <div class={css.sending}>
          <SendingProgress {...sending} />
          <p>{sendsWhenClosed ? m.record_may_close() : m.record_keep_open()}</p>
        </div>
      )}
      <div class={css.actions}>
        <ButtonLink look="main" href={places.demo(space, id)}>
          {m.record_to_demo()}
        </ButtonLink>
        <ButtonLink href={places.feed(space)}>{m.record_to_feed()}</ButtonLink>
        <Button onClick={onAgain}>{m.record_another()}</Button>
      </div>
      {demo && <CaptionsReminder demo={demo} />}
    </div>
  );
};
