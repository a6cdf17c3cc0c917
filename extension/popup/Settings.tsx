import { useState } from 'preact/hooks';
import { m } from '../../shared/messages/paraglide/messages.js';
import { useAction } from '../../shared/screens/use-action.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Sentence } from '../../shared/ui/Sentence.tsx';
import { UserText } from '../../shared/ui/UserText.tsx';
import type { Connection } from '../platform/kept.ts';
import { openTab } from '../platform/tab.ts';
import css from './Connect.module.css';
import { Failure } from './Failure.tsx';
import { Origin } from './Origin.tsx';

/** As whom and to where, and how to end it. */
export const Settings = ({ connection }: { connection: Connection }) => {
  const [waiting, setWaiting] = useState<number | null>(null);
  const asking = useAction(async () => {
    const { countWaiting } = await import('./disconnect.ts');
    setWaiting(await countWaiting());
  });
  const leaving = useAction(async () => {
    const { disconnect } = await import('./disconnect.ts');
    await disconnect(connection);
  });
  return (
    <section class={css.part}>
      <h2>
        <Sentence
          say={(name) => m.clip_connected_as({ name })}
          part={<UserText text={connection.me.name} />}
        />
      </h2>
      <p>
        <Sentence
          say={(origin) => m.clip_connected_to({ origin })}
          part={<Origin origin={connection.origin} />}
        />
      </p>
      <Button onClick={() => void openTab(`${connection.origin}/devices`)}>{m.clip_devices()}</Button>
      {waiting === null ? (
        <Button look="danger" busy={asking.busy} onClick={() => void asking.run()}>
          {m.clip_disconnect()}
        </Button>
      ) : (
        <section class={css.part} role="alert">
          <h3>{m.clip_disconnect_title()}</h3>
          <p>
            {m.clip_disconnect_words()} {waiting > 0 && m.clip_disconnect_waiting({ count: waiting })}
          </p>
          <Button onClick={() => setWaiting(null)}>{m.common_cancel()}</Button>
          <Button look="danger" busy={leaving.busy} onClick={() => void leaving.run()}>
            {m.clip_disconnect()}
          </Button>
        </section>
      )}
      <Failure of={asking.failure ?? leaving.failure} />
    </section>
  );
};
