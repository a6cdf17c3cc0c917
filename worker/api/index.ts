import { newApp } from './app.ts';
import { authMe } from './auth-me.ts';
import { authRegister } from './auth-register.ts';
import { authSignIn } from './auth-sign-in.ts';
import { captionsDraft } from './captions-draft.ts';
import { changes } from './changes.ts';
import { connect } from './connect.ts';
import { devices } from './devices.ts';
import { anyOrigin, guarded, onError, onNotFound } from './edge.ts';
import { exports } from './export.ts';
import { files } from './files.ts';
import { hello } from './hello.ts';
import { invites } from './invites.ts';
import { members } from './members.ts';
import { passkeys } from './passkeys.ts';
import { putFile } from './put-file.ts';
import { records } from './records.ts';
import { recovery } from './recovery.ts';
import { session } from './session.ts';
import { spaces } from './spaces.ts';
import { tickets } from './tickets.ts';

/** Each resource is a file of chained routes; this is their table of contents. */
const api = newApp()
  .use(session)
  .route('/', hello)
  .route('/', authRegister)
  .route('/', authSignIn)
  .route('/', authMe)
  .route('/', passkeys)
  .route('/', devices)
  .route('/', connect)
  .route('/', recovery)
  .route('/', spaces)
  .route('/', members)
  .route('/', invites)
  .route('/', changes)
  .route('/', records)
  .route('/', putFile)
  .route('/', tickets)
  .route('/', captionsDraft)
  .route('/', exports);

export const app = newApp()
  .use(guarded)
  .use(anyOrigin)
  .route('/api', api)
  .route('/files', files)
  .onError(onError)
  .notFound(onNotFound);
