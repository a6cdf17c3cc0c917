const running = new Map<string, Promise<unknown>>();

/** Without Web Locks at least this realm's own callers take turns; two realms at once are safe, only wasteful. */
const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const before = running.get(name) ?? Promise.resolve();
  const turn = before.then(work, work);
  running.set(name, turn);
  return turn;
};

type Locks = { request<T>(name: string, work: () => Promise<T>): Promise<T> };

/** One run of `work` at a time under this name, over every tab of the origin. */
export const oneAtATime = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  // Not every realm has a navigator, nor every navigator locks, whatever the DOM's types say.
  const { locks } = (globalThis as { navigator?: { locks?: Locks } }).navigator ?? {};
  return locks ? locks.request(name, work) : inTurn(name, work);
};
