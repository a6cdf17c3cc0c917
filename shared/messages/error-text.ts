import type { ErrorCode } from '../contract/errors.ts';
import { fieldText } from './field-text.ts';
import { m } from './paraglide/messages.js';

type Sentence = () => string;

/** The one table from the Worker's codes to words; what is not in it does not compile. */
const fromWorker: Record<ErrorCode, Sentence> = {
  'bad-request': m.errors_bad_request,
  'unknown-kind': m.errors_unknown_kind,
  'unsafe-markup': m.errors_unsafe_markup,
  'unsafe-captions': m.errors_unsafe_captions,
  'not-signed-in': m.errors_not_signed_in,
  'wrong-origin': m.errors_wrong_origin,
  'not-allowed': m.errors_not_allowed,
  'not-found': m.errors_not_found,
  'not-live': m.errors_not_live,
  'files-missing': m.errors_files_missing,
  'other-bytes': m.errors_other_bytes,
  'last-host': m.errors_last_host,
  'already-set-up': m.errors_already_set_up,
  'code-unknown': m.errors_code_unknown,
  'code-expired': m.errors_code_expired,
  'code-used': m.errors_code_used,
  'code-revoked': m.errors_code_revoked,
  'ticket-expired': m.errors_ticket_expired,
  'length-required': m.errors_length_required,
  stale: m.errors_stale,
  'too-large': m.errors_too_large,
  'too-many': m.errors_too_many,
  'digest-mismatch': m.errors_digest_mismatch,
  'passkey-refused': m.errors_passkey_refused,
  'slow-down': m.errors_slow_down,
  'server-trouble': m.errors_server_trouble,
};

/** Codes of this side of the network: the client's, the recorder's, the passkey's. */
const fromHere: Record<string, Sentence> = {
  offline: m.errors_offline,
  unreadable: m.errors_unreadable,
  'not-secure': m.errors_not_secure,
  'no-camera': m.errors_no_camera,
  'no-microphone': m.errors_no_microphone,
  'permission-refused': m.errors_permission_refused,
  'device-busy': m.errors_device_busy,
  'device-lost': m.errors_device_lost,
  'screen-refused': m.errors_screen_refused,
  'sharing-ended': m.errors_sharing_ended,
  'cannot-record': m.errors_cannot_record,
  'too-short': m.errors_too_short,
  'encoder-failed': m.errors_encoder_failed,
  'not-kept': m.errors_not_kept,
  'tools-not-loaded': m.errors_tools_not_loaded,
  'storage-full': m.errors_storage_full,
  'passkey-unsupported': m.errors_passkey_unsupported,
  'file-empty': m.errors_file_empty,
  'not-a-video': m.errors_not_a_video,
  'video-without-picture': m.errors_video_without_picture,
  'video-encrypted': m.errors_video_encrypted,
  'video-broken': m.errors_video_broken,
  'video-cut-short': m.errors_video_cut_short,
  'video-too-long': m.errors_video_too_long,
  'video-too-big': m.errors_video_too_big,
};

/** Names of the browser's own exceptions: WebAuthn's (level 3, §5.1) and IndexedDB's as Dexie passes them on. */
const fromBrowser: Record<string, Sentence> = {
  NotAllowedError: m.errors_passkey_cancelled,
  AbortError: m.errors_passkey_cancelled,
  InvalidStateError: m.errors_passkey_exists,
  NotSupportedError: m.errors_passkey_unsupported,
  SecurityError: m.errors_passkey_address,
  QuotaExceededError: m.errors_storage_full,
  OpenFailedError: m.errors_storage_closed,
  MissingAPIError: m.errors_storage_closed,
  DatabaseClosedError: m.errors_storage_closed,
};

const sentences: Record<string, Sentence> = { ...fromWorker, ...fromHere };

type Told = {
  code?: unknown;
  name?: unknown;
  field?: unknown;
  reason?: unknown;
  retryAfterSeconds?: unknown;
};

const waitText = (seconds: number): string =>
  seconds < 90
    ? m.errors_slow_down_seconds({ count: Math.ceil(seconds) })
    : m.errors_slow_down_minutes({ count: Math.ceil(seconds / 60) });

const own = (table: Record<string, Sentence>, key: unknown): Sentence | undefined =>
  typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;

/** What went wrong as a sentence with the next step, in the reader's language: never a code. */
export const errorText = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return m.errors_unforeseen();
  const { code, name, field, reason, retryAfterSeconds }: Told = error;
  if (code === 'bad-request' && typeof field === 'string' && field !== '') {
    return fieldText(field, typeof reason === 'string' ? reason : '');
  }
  if (code === 'slow-down' && typeof retryAfterSeconds === 'number') return waitText(retryAfterSeconds);
  return (own(sentences, code) ?? own(fromBrowser, name) ?? m.errors_unforeseen)();
};
