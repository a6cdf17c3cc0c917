import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../shared/ui/Notice.tsx';

/** What went wrong, in a sentence. The table of all of them is loaded when one is needed. */
export const Failure = ({ of: failure }: { of: unknown }) => {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    setWords(null);
    if (failure)
      void import('../../shared/messages/error-text.ts').then(({ errorText }) =>
        setWords(errorText(failure)),
      );
  }, [failure]);
  return words && <Notice kind="problem">{words}</Notice>;
};
