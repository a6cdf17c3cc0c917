const firstMs = 2_000;
const mostMs = 5 * 60_000;

/**
 * When to try again after the n-th failure: doubling up to five minutes, spread over ±50 % so that a group's
 * devices do not come back all at once. The Worker's own Retry-After is the least.
 */
export const backoffMs = (attempts: number, random: () => number, retryAfterSeconds = 0): number => {
  const doubled = Math.min(mostMs, firstMs * 2 ** Math.max(0, attempts - 1));
  return Math.round(Math.max(retryAfterSeconds * 1_000, Math.min(mostMs, doubled * (0.5 + random()))));
};
