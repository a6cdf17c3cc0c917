import { Role } from '../../shared/contract/kinds/roster.ts';
import { mayWithSpace, type SpaceAction } from '../../shared/rules/capabilities.ts';

/**
 * SQL that holds when the asker may act on the space: an open group, in which they are, in a role that the
 * capability table gives the action to. `space` and `person` are SQL too: placeholders, as a rule.
 */
export const mayAct = (action: SpaceAction, space: string, person: string): string => {
  const roles = Role.options.filter((role) => mayWithSpace(action, role)).map((role) => `'${role}'`);
  return `EXISTS (
    SELECT 1 FROM members AS asker JOIN spaces AS field ON field.id = asker.space
     WHERE asker.space = ${space} AND asker.person = ${person} AND asker.left_at IS NULL
       AND asker.role IN (${roles.join(', ')}) AND field.type = 'group' AND field.closed_at IS NULL)`;
};

export type Refusal = 'not-found' | 'not-allowed';

/** Null where `mayAct` holds, else why not: whoever is not in the space learns nothing of it. */
export const refusalOf = async (
  db: D1Database,
  action: SpaceAction,
  space: string,
  person: string,
): Promise<Refusal | null> => {
  const standing = await db
    .prepare(
      `SELECT ${mayAct(action, '?1', '?2')} AS may
         FROM members WHERE space = ?1 AND person = ?2 AND left_at IS NULL`,
    )
    .bind(space, person)
    .first<{ may: number }>();
  if (standing === null) return 'not-found';
  return standing.may === 1 ? null : 'not-allowed';
};
