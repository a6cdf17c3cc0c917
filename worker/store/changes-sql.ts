import { isVisible } from './rights.ts';

/**
 * One read for "may I" and "what is new": the asker's membership, with what came after ?3 hung on it. Reads
 * as many records as changed, however many there are. Somebody else's draft is counted past and never sent.
 * ?1 space ?2 person ?3 after ?4 most
 */
export const changesSql = `
  SELECT ${isVisible} AS visible, records.*
    FROM members LEFT JOIN records ON records.space = members.space AND records.seq > ?3
   WHERE members.space = ?1 AND members.person = ?2 AND members.left_at IS NULL
   ORDER BY records.seq LIMIT ?4`;
