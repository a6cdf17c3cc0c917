import type { Ref } from 'preact';
import { useCallback } from 'preact/hooks';
import { Player } from '../../ui/player/Player.tsx';
import type { PlayerHandle } from '../../ui/player/player-handle.ts';
import { useApp } from '../app-context.ts';
import { useCaptions } from '../captions/use-captions.ts';
import type { Entry } from '../library/entry.ts';
import { usePicture } from '../library/use-picture.ts';

/** Plays a demo with a ticket, and with another when that one has run out. */
export const DemoPlayer = ({ demo, handle }: { demo: Entry<'demo'>; handle: Ref<PlayerHandle> }) => {
  const { client } = useApp();
  const { record, body } = demo;
  const captions = useCaptions(record, body.captions);
  const poster = usePicture(record, body.poster);
  const source = useCallback(async () => {
    const { ticket } = await client.ticket(record.space, record.id);
    return client.fileUrl(ticket, 'master.m3u8');
  }, [client, record.space, record.id]);
  const { width = 16, height = 9 } = body.takes[0]?.video ?? {};
  return (
    <div ref={poster.frame}>
      <Player
        title={body.title}
        width={width}
        height={height}
        poster={poster.address}
        source={source}
        captions={captions}
        handle={handle}
      />
    </div>
  );
};
