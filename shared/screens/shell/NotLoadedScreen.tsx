import { m } from '../../messages/paraglide/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';

/** In place of a screen whose script did not come: no network, or a newer version took its place meanwhile. */
export const NotLoadedScreen = () => (
  <Empty
    isPage
    title={m.common_not_loaded_title()}
    action={
      <Button look="main" onClick={() => location.reload()}>
        {m.common_reload()}
      </Button>
    }
  >
    <p>{m.common_not_loaded()}</p>
  </Empty>
);
