import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useTitle } from '../use-title.ts';

export const GroupGone = () => {
  useTitle(m.group_gone_title());
  return (
    <Empty
      isPage
      title={m.group_gone_title()}
      action={<ButtonLink href="/">{m.common_to_start()}</ButtonLink>}
    >
      <p>{m.group_gone()}</p>
    </Empty>
  );
};
