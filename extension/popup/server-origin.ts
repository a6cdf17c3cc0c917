const isThisMachine = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host);

/** A token travels encrypted, or not at all; only on this very machine is nobody in between. */
export const isSafeOrigin = (origin: string): boolean => {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
};

/** The origin of an address as a person types it, with or without `https://` and a path; null when it is none. */
export const serverOrigin = (typed: string): string | null => {
  const address = typed.trim();
  if (address === '' || /\s/.test(address)) return null;
  const plainHost = address.replace(/[:/].*$/, '');
  const scheme = isThisMachine(plainHost) ? 'http' : 'https';
  const full = /^[a-z]+:\/\//i.test(address) ? address : `${scheme}://${address}`;
  if (!URL.canParse(full)) return null;
  const { origin, username, password } = new URL(full);
  return !username && !password && isSafeOrigin(origin) ? origin : null;
};
