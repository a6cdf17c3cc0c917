import { newApp } from './app.ts';
import { changes } from './changes.ts';
import { anyOrigin, guarded, onError, onNotFound } from './edge.ts';
import { hello } from './hello.ts';
import { records } from './records.ts';
import { session } from './session.ts';

/** Each resource is a file of chained routes; this is their table of contents. */
const api = newApp().use(session).route('/', hello).route('/', changes).route('/', records);

export const app = newApp()
  .use(guarded)
  .use(anyOrigin)
  .route('/api', api)
  .onError(onError)
  .notFound(onNotFound);

export type Api = typeof api;
