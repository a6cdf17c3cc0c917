import { m } from '../../messages/paraglide/messages.js';
import css from './Controls.module.css';

const keys = [
  { key: 'R', does: m.record_start },
  { key: 'P', does: m.record_pause },
  { key: 'S', does: m.record_stop },
  { key: 'Esc', does: m.record_key_cancel },
];

/** Where there are keys to press: not on a phone. */
export const KeyHints = () => (
  <span class={css.keys}>
    {keys.map(({ key, does }) => (
      <span key={key}>
        <kbd>{key}</kbd> {does()}
      </span>
    ))}
  </span>
);
