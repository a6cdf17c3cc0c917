import { Check, ChevronDown, Plus, Settings } from 'lucide-preact';
import type { LocalSpace } from '../../local/db.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Popover } from '../../ui/Popover.tsx';
import { UserText } from '../../ui/UserText.tsx';
import { places } from '../places.ts';
import css from './GroupSwitcher.module.css';

type GroupSwitcherProps = { groups: readonly LocalSpace[]; current: LocalSpace | null };

export const GroupSwitcher = ({ groups, current }: GroupSwitcherProps) => (
  <Popover
    button={
      <>
        <span class={css.current}>{current ? <UserText text={current.name} /> : m.group_your_groups()}</span>
        <ChevronDown aria-hidden="true" size="1.25rem" />
      </>
    }
  >
    <ul class={css.list} aria-label={m.group_your_groups()}>
      {groups.map((group) => (
        <li key={group.id}>
          <a
            class={css.entry}
            href={places.queue(group.id)}
            aria-current={group.id === current?.id || undefined}
          >
            <UserText text={group.name} />
            {group.id === current?.id && <Check aria-hidden="true" size="1.25rem" />}
          </a>
        </li>
      ))}
      <li>
        <a class={css.entry} href={places.newGroup()}>
          <Plus aria-hidden="true" size="1.25rem" />
          {m.group_new()}
        </a>
      </li>
    </ul>
    <hr />
    <a class={css.entry} href={places.devices()}>
      <Settings aria-hidden="true" size="1.25rem" />
      {m.identity_devices_title()}
    </a>
  </Popover>
);
