import { useEffect, useState } from 'preact/hooks';
import type { PlayerHandle } from '../../ui/player/player-handle.ts';

/** Asked several times a second, for a player says by itself only four times a second where it is. */
const everyMs = 100;

/** Something of the player's state, drawn anew whenever that changes and not before. */
export const usePlayerState = <T>(player: PlayerHandle, read: (player: PlayerHandle) => T): T => {
  const [value, setValue] = useState(() => read(player));
  useEffect(() => {
    const look = () => setValue(read(player));
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [player, read]);
  return value;
};
