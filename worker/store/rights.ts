import { kinds } from '../../shared/contract/kinds/index.ts';
import { Role } from '../../shared/contract/kinds/roster.ts';
import { type Action, may } from '../../shared/rules/capabilities.ts';

// Object.keys widens; the registry is a literal without extra keys.
const everyKind = Object.keys(kinds) as (keyof typeof kinds)[];

/**
 * Where the capability table says yes, as a JSON list of `kind:role:isAuthor`: bound to the statement that
 * writes, so that the decision and the write are one.
 */
export const rightsTo = (action: Action): string =>
  JSON.stringify(
    everyKind.flatMap((kind) =>
      Role.options.flatMap((role) =>
        [0, 1]
          .filter((isAuthor) => may(kind, action, role, isAuthor === 1))
          .map((isAuthor) => `${kind}:${role}:${isAuthor}`),
      ),
    ),
  );

/** Holds for a `records` row beside its asker's `members` row; `rights` is the parameter that `rightsTo` fills. */
export const hasRight = (rights: string): string =>
  `records.kind || ':' || members.role || ':' || (records.author = members.person) IN (SELECT value FROM json_each(${rights}))`;

/** What others see, and what is one's own. */
export const isVisible = '(records.live_at IS NOT NULL OR records.author = members.person)';
