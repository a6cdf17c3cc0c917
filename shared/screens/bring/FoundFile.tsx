import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { useApp } from '../app-context.ts';
import type { Ended } from '../recorder/use-take.ts';
import { findChunks } from '../recording/keep-chunks.ts';
import { Bringing } from './Bringing.tsx';

type FoundFileProps = {
  space: Id;
  record: Id;
  onEnded: (ended: Ended) => void;
  /** There is nothing of that kind. */
  onNone: () => void;
  onBack: () => void;
};

/** Of a recording that a crash left, what the browser's own recorder wrote last: a take is made of it first. */
export const FoundFile = ({ space, record, onEnded, onNone, onBack }: FoundFileProps) => {
  const { db } = useApp();
  const [file, setFile] = useState<File | null>(null);
  const [into] = useState({ record });
  useEffect(() => {
    let isCurrent = true;
    const look = (found: Blob | null) => {
      if (!isCurrent) return;
      if (found) setFile(new File([found], m.bring_recorded()));
      else onNone();
    };
    findChunks(db, record).then(look, onNone);
    return () => {
      isCurrent = false;
    };
  }, [record]);
  if (!file) return null;
  return (
    <Bringing
      space={space}
      file={file}
      into={into}
      isFound
      onEnded={onEnded}
      onFile={setFile}
      onBack={onBack}
    />
  );
};
