import { m } from '../../shared/messages/paraglide/messages.js';
import { Select } from '../../shared/ui/Select.tsx';
import { type Group, keep } from '../platform/kept.ts';

/** Which group this is about; the choice is kept, so that the next page begins with it. */
export const GroupChoice = ({ groups, group }: { groups: Group[]; group: Group }) => (
  <Select
    label={m.clip_group()}
    options={groups.map(({ id, name }) => ({ value: id, label: name }))}
    value={group.id}
    onChange={(chosen) => void keep({ chosen })}
  />
);
