import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { deviceDrafter } from '../../recording/captions/device-drafter.ts';
import type { CaptionDrafter } from '../../recording/captions/drafter.ts';
import { serverDrafter } from '../../recording/captions/server-drafter.ts';
import { useApp } from '../app-context.ts';

const ifAvailable = async (drafter: CaptionDrafter, language: string): Promise<CaptionDrafter[]> => {
  try {
    return (await drafter.isAvailable(language)) ? [drafter] : [];
  } catch (error) {
    // Offline, or a browser that promises more than it has: the lines are written by hand.
    console.info(`No draft by the ${drafter.id}.`, error);
    return [];
  }
};

/** What can make a draft here in that language; on this device first. */
export const useDrafters = (space: Id, record: Id, language: string): readonly CaptionDrafter[] => {
  const { client } = useApp();
  const [found, setFound] = useState<readonly CaptionDrafter[]>([]);
  const known = useMemo(
    () => [
      deviceDrafter,
      serverDrafter(
        async () => (await client.hello()).draftsCaptions === true,
        (wav, spoken, signal) => client.draftCaptions(space, record, { wav, language: spoken, signal }),
      ),
    ],
    [client, space, record],
  );
  useEffect(() => {
    let isLeft = false;
    Promise.all(known.map((drafter) => ifAvailable(drafter, language))).then(
      (all) => !isLeft && setFound(all.flat()),
      console.warn,
    );
    return () => {
      isLeft = true;
    };
  }, [known, language]);
  return found;
};
