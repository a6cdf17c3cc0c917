/** What a long step asks now and then: once it is over, the page goes on as far as it was read. */
export type Deadline = { isOver(): boolean };

export const startDeadline = (milliseconds: number): Deadline => {
  const end = performance.now() + milliseconds;
  return { isOver: () => performance.now() > end };
};
