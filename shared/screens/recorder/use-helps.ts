import * as z from 'zod/mini';
import { useSetting } from '../use-setting.ts';

const Helps = z.object({
  prompts: z.boolean(),
  teleprompter: z.boolean(),
  sound: z.boolean(),
  keys: z.boolean(),
});
/** What a teacher wants about them while recording: three questions, their own text, a sound near the end, keys. */
export type Helps = z.infer<typeof Helps>;

const initial: Helps = { prompts: true, teleprompter: false, sound: true, keys: true };

export const useHelps = () => {
  const [helps, choose] = useSetting('recorder-helps', Helps, initial);
  return [helps ?? initial, choose] as const;
};
