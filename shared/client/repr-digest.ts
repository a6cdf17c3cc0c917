/** Repr-Digest (RFC 9530) from a SHA-256 in hex. */
export const reprDigest = (sha256: string): string => {
  const bytes = Uint8Array.from(sha256.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return `sha-256=:${btoa(String.fromCharCode(...bytes))}:`;
};
