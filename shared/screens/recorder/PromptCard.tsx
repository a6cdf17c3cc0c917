import { m } from '../../messages/paraglide/messages.js';
import css from './PromptCard.module.css';

/** Three questions that make a demo of two minutes: to be glanced at, not worked through. */
export const PromptCard = () => (
  <ol class={css.prompts} aria-label={m.record_prompts()}>
    <li>{m.record_prompt_tried()}</li>
    <li>{m.record_prompt_moment()}</li>
    <li>{m.record_prompt_change()}</li>
  </ol>
);
