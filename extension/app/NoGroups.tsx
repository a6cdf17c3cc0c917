import { m } from '../../shared/messages/paraglide/messages.js';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { openTab } from '../platform/tab.ts';

export const NoGroups = ({ origin }: { origin: string }) => (
  <Notice action={<Button onClick={() => void openTab(origin)}>{m.clip_open_chalkloop()}</Button>}>
    {m.clip_no_groups()}
  </Notice>
);
