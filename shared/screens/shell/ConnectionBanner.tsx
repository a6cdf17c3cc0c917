import { m } from '../../messages/paraglide/messages.js';
import { Notice } from '../../ui/Notice.tsx';
import { useApp } from '../app-context.ts';
import { useObservable } from '../use-observable.ts';

/** Says nothing while all is well. */
export const ConnectionBanner = () => {
  const { heartbeat } = useApp();
  const { online, waiting } = useObservable(heartbeat.status);
  if (online) return null;
  return (
    <Notice>
      {m.common_offline()} {waiting > 0 && m.common_waiting({ count: waiting })}
    </Notice>
  );
};
