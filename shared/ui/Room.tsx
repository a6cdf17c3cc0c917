import { m } from '../messages/paraglide/messages.js';
import css from './Room.module.css';

/** Says nothing until a fifth of the room is left. */
export const Room = ({ text, limit }: { text: string; limit: number }) => {
  const left = limit - Array.from(text).length;
  if (left > limit / 5) return null;
  return (
    <p class={css.room} role="status">
      {left >= 0 ? m.common_room_left({ count: left }) : m.common_room_over({ count: -left })}
    </p>
  );
};
