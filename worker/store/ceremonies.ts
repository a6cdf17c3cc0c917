export type Ceremony = {
  id: string;
  purpose: 'register' | 'sign-in' | 'add-passkey';
  challenge: string;
  /** JSON: what the second request must not choose for itself. */
  detail: string;
  expiresAt: number;
};

export const keepCeremony = (db: D1Database, { id, purpose, challenge, detail, expiresAt }: Ceremony) =>
  db
    .prepare('INSERT INTO ceremonies (id, purpose, challenge, detail, expires_at) VALUES (?, ?, ?, ?, ?)')
    .bind(id, purpose, challenge, detail, expiresAt)
    .run();

/** Takes it away, so that whatever comes of it, it comes once; null when unknown, over or for something else. */
export const takeCeremony = async (
  db: D1Database,
  id: string,
  purpose: Ceremony['purpose'],
  now: number,
): Promise<{ challenge: string; detail: string } | null> => {
  const taken = await db
    .prepare('DELETE FROM ceremonies WHERE id = ? RETURNING purpose, challenge, detail, expires_at')
    .bind(id)
    .first<{ purpose: string; challenge: string; detail: string; expires_at: number }>();
  return taken && taken.purpose === purpose && taken.expires_at > now ? taken : null;
};
