/** A wait that ends early when `network` comes `online`, or when somebody has more to send. */
export const createPause = (network: EventTarget) => {
  let wake: (() => void) | null = null;
  let isCut = false;
  const cutShort = (): void => {
    isCut = true;
    wake?.();
  };
  network.addEventListener('online', cutShort);

  return {
    cutShort,
    /** Whether it was since the last wait: then what was done meanwhile has to be done again. */
    isCutShort: (): boolean => isCut,
    until: async (atMs: number): Promise<void> => {
      if (!isCut) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(0, atMs - Date.now()));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isCut = false;
      wake = null;
    },
  };
};
