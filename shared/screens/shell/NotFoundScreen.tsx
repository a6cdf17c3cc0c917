import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useTitle } from '../use-title.ts';

export const NotFoundScreen = () => {
  useTitle(m.common_not_found_title());
  return (
    <Empty
      isPage
      title={m.common_not_found_title()}
      action={<ButtonLink href="/">{m.common_to_start()}</ButtonLink>}
    >
      <p>{m.common_not_found()}</p>
    </Empty>
  );
};
