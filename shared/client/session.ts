/**
 * Whom requests speak for. The page: origin `''` and no token, for its cookie goes by itself. The extension:
 * the origin it was connected to and a token of its own, which is sent to that origin and to no other.
 */
export type Session = { origin: string; token: string | null };

export type Send = (input: string, init: RequestInit) => Promise<Response>;
