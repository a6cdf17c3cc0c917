import { useEffect, useRef } from 'preact/hooks';
import { addFile } from '../../local/add-file.ts';
import { sha256 } from '../../local/sha256.ts';
import { takePoster } from '../../recording/edit/take-poster.ts';
import type { NewFile } from '../../recording/take/segment-output.ts';
import { useApp } from '../app-context.ts';
import type { PosterChoice } from '../recording/read-recording.ts';
import type { Editor } from './use-editor.ts';

/** How long a choice rests before it is worth a file: edits move the one that is offered. */
const restMs = 1_500;

/** A demo without a picture before it plays is still a demo. */
const makePicture = async (
  { recording, footage }: Editor,
  choice: PosterChoice | null,
): Promise<NewFile | null> => {
  const take = choice && recording.takes[choice.take];
  if (!take) return null;
  try {
    const blob = await takePoster(take, choice.seconds, footage.readFile);
    return blob && { name: `poster-${(await sha256(blob)).slice(0, 8)}.jpg`, blob };
  } catch (error) {
    console.warn(error);
    return null;
  }
};

/**
 * The picture of the chosen moment, made and on its way while the teacher still fills in the form: one thing less to
 * wait for after Publish. One that was not chosen in the end is in no manifest, and goes.
 */
export const usePicture = (editor: Editor, choice: PosterChoice | null): (() => Promise<NewFile | null>) => {
  const { db } = useApp();
  const { record, space } = editor.recording;
  const made = useRef<{ of: string; picture: Promise<NewFile | null> } | null>(null);
  const of = JSON.stringify(choice);
  const take = (): Promise<NewFile | null> => {
    if (made.current?.of !== of) made.current = { of, picture: makePicture(editor, choice) };
    return made.current.picture;
  };
  useEffect(() => {
    const keep = async () => {
      const picture = await take();
      if (picture) await addFile(db, { space, record, ...picture });
    };
    const timer = setTimeout(() => keep().catch(console.warn), restMs);
    return () => clearTimeout(timer);
  }, [db, space, record, of]);
  return take;
};
