import { limits } from '../../contract/limits.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { CaptionsProblem } from '../../rules/captions/read-captions.ts';

/** What could not be read in a file, as a sentence that names the line and says what to do. */
export const problemWords = ({ line, reason }: CaptionsProblem): string => {
  switch (reason) {
    case 'not-captions':
      return m.captions_problem_not_captions();
    case 'time':
      return m.captions_problem_time({ line });
    case 'backwards':
      return m.captions_problem_backwards({ line });
    case 'no-time':
      return m.captions_problem_no_time({ line });
    case 'too-many':
      return m.captions_problem_too_many({ line, most: limits.cues });
  }
};
