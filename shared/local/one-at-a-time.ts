const running = new Map<string, Promise<unknown>>();

/** Without Web Locks at least this realm's own callers take turns; two realms at once are safe, only wasteful. */
const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const before = running.get(name) ?? Promise.resolve();
  const turn = before.then(work, work);
  running.set(name, turn);
  return turn;
};

/** One run of `work` at a time under this name, over every tab of the origin. */
export const oneAtATime = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  globalThis.navigator?.locks ? navigator.locks.request(name, work) : inTurn(name, work);
