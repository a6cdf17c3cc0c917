import { useState } from 'preact/hooks';
import { m } from '../../shared/messages/paraglide/messages.js';
import { deviceName } from '../../shared/screens/identity/device-name.ts';
import { useAction } from '../../shared/screens/use-action.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Sentence } from '../../shared/ui/Sentence.tsx';
import type { Tab } from '../platform/tab.ts';
import css from './Connect.module.css';
import { connectByPage } from './connect.ts';
import { Failure } from './Failure.tsx';
import { Origin } from './Origin.tsx';

type ConnectByPageProps = { tab: Tab; origin: string; insecure: boolean };

/** Names the origin before anything is asked of it; the popup draws anew once the connection is kept. */
export const ConnectByPage = ({ tab, origin, insecure }: ConnectByPageProps) => {
  const [isSignedOut, setSignedOut] = useState(false);
  const connecting = useAction(async () => {
    setSignedOut((await connectByPage(tab, origin, deviceName())) === 'signed-out');
  });
  return (
    <section class={css.part}>
      <h2>
        <Sentence say={(host) => m.clip_connect_title({ host })} part={<Origin origin={origin} />} />
      </h2>
      <p>{m.clip_connect_words({ origin })}</p>
      {insecure ? (
        <Notice kind="problem">{m.clip_connect_insecure()}</Notice>
      ) : (
        <Button look="main" busy={connecting.busy} onClick={() => void connecting.run()}>
          {connecting.busy ? m.clip_connecting() : m.clip_connect()}
        </Button>
      )}
      {isSignedOut && <Notice kind="problem">{m.clip_connect_signed_out()}</Notice>}
      <Failure of={connecting.failure} />
    </section>
  );
};
