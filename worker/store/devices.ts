/** The device that holds a token, with its person; null when unknown, expired or revoked. */
export const findDevice = (db: D1Database, tokenHash: string, now: number) =>
  db
    .prepare(
      `SELECT devices.id AS device, devices.person, people.operator
         FROM devices JOIN people ON people.id = devices.person
        WHERE token_hash = ? AND revoked_at IS NULL AND expires_at > ?`,
    )
    .bind(tokenHash, now)
    .first<{ device: string; person: string; operator: number }>();
