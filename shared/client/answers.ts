import * as z from 'zod/mini';
import { Me, SpaceSummary } from '../contract/people.ts';

export const MeAnswer = z.object({ me: Me });
export const SpaceAnswer = z.object({ space: SpaceSummary });
/** Where only the status matters. */
export const Nothing = z.unknown();
