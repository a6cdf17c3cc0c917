import { useEffect, useRef, useState } from 'preact/hooks';

type Options = { onProgress: (share: number) => void; signal: AbortSignal };

export type Progressing = {
  /** 0 to 1 while it goes on; else null. */
  share: number | null;
  cancel: () => void;
  /** Aborting is not an error: it resolves with false then. Leaving the screen aborts too. */
  run: (work: (options: Options) => Promise<void>) => Promise<boolean>;
};

/** Something slow that says how far it is and can be called off. */
export const useProgress = (): Progressing => {
  const [share, setShare] = useState<number | null>(null);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const run: Progressing['run'] = async (work) => {
    const controller = new AbortController();
    underWay.current = controller;
    setShare(0);
    try {
      await work({ onProgress: setShare, signal: controller.signal });
      return true;
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      return false;
    } finally {
      setShare(null);
    }
  };
  return { share, run, cancel: () => underWay.current?.abort() };
};
