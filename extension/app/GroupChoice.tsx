import { m } from '../../shared/messages/paraglide/messages.js';
import { Select } from '../../shared/ui/Select.tsx';
import { type Group, keep } from '../platform/kept.ts';

type GroupChoiceProps = {
  /** What the group is chosen for, where there is something. */
  label?: string;
  groups: Group[];
  group: Group;
};

/** Which group this is about; the choice is kept, so that the next page begins with it. */
export const GroupChoice = ({ label = m.clip_group_alone(), groups, group }: GroupChoiceProps) => (
  <Select
    label={label}
    options={groups.map(({ id, name }) => ({ value: id, label: name }))}
    value={group.id}
    onChange={(chosen) => void keep({ chosen })}
  />
);
