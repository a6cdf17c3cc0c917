import { useEffect, useState } from 'preact/hooks';
import type { Demo } from '../../contract/kinds/demo.ts';
import type { LocalRecord } from '../../local/db.ts';
import { writeVtt } from '../../rules/captions/write-captions.ts';
import type { CaptionsSource } from '../../ui/player/PlayerCaptions.tsx';
import { useApp } from '../app-context.ts';
import { readDemoCaptions } from './read-demo-captions.ts';

/**
 * A demo's captions for its player: read and written anew here, so that nothing but words gets to it. Null until
 * they are there; where they cannot be had the demo plays without.
 */
export const useCaptions = (record: LocalRecord, captions: Demo['captions']): CaptionsSource | null => {
  const { db, client } = useApp();
  const [source, setSource] = useState<CaptionsSource | null>(null);
  const file = captions === 'pending' ? null : captions.file;
  useEffect(() => {
    if (captions === 'pending') return;
    let address: string | null = null;
    let isLeft = false;
    readDemoCaptions({ db, client }, record, captions).then(
      (cues) => {
        if (isLeft) return;
        address = URL.createObjectURL(new Blob([writeVtt(cues)], { type: 'text/vtt' }));
        setSource({ address, language: captions.language });
      },
      (error: unknown) => console.info('Captions are left out.', error),
    );
    return () => {
      isLeft = true;
      if (address) URL.revokeObjectURL(address);
      setSource(null);
    };
  }, [db, client, record.id, file]);
  return source;
};
