import { hasOperator } from '../store/people.ts';
import { newApp } from './app.ts';

/** What "is this a Chalkloop?" asks, signed in or not, and whether a captioning service is bound. */
export const hello = newApp().get('/hello', async (c) =>
  c.json({
    app: 'chalkloop' as const,
    setUp: await hasOperator(c.env.DB),
    draftsCaptions: c.env.AI !== undefined,
  }),
);
