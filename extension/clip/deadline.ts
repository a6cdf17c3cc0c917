/** A step that came to its end in time: the page goes on as far as it was read. */
export type Deadline = { isOver(): boolean };

export const startDeadline = (milliseconds: number): Deadline => {
  const end = performance.now() + milliseconds;
  return { isOver: () => performance.now() > end };
};
