import { limits } from '../../shared/contract/limits.ts';
import type { CaptionsDrafted } from '../../shared/contract/records.ts';
import { LanguageTag } from '../../shared/contract/text.ts';
import { cleanCueText } from '../../shared/rules/captions/cues.ts';
import { mayChangeDemo } from '../store/passes.ts';
import { newApp } from './app.ts';
import { Fault } from './fault.ts';
import { pathId } from './path-id.ts';
import { readBytes } from './read-json.ts';
import { signedIn } from './session.ts';

const model = '@cf/openai/whisper-large-v3-turbo';

/** In pieces, for a call takes no more arguments than the stack has room for. */
const base64 = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x6000) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000))));
  }
  return pieces.join('');
};

const isWav = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 12)).replace(/^(RIFF).{4}(WAVE)$/s, '$1$2') ===
  'RIFFWAVE';

const heard = ({ segments = [] }: Ai_Cf_Openai_Whisper_Large_V3_Turbo_Output): CaptionsDrafted['cues'] =>
  segments.flatMap(({ start = 0, end = start, text = '' }) => {
    const words = cleanCueText(text);
    return words === '' || end <= start ? [] : [{ fromSeconds: start, toSeconds: end, text: words }];
  });

/**
 * Hands a stretch of a demo's sound to the operator's captioning service, for the demo's author alone, and keeps
 * nothing of it. Where none is bound the route is not there.
 */
export const captionsDraft = newApp().post('/spaces/:space/records/:record/captions-draft', async (c) => {
  const { person } = signedIn(c);
  const { AI, DB, CAPTIONS_LIMIT } = c.env;
  if (!AI) throw new Fault('not-found');
  const asked = { space: pathId(c, 'space'), record: pathId(c, 'record'), person };
  if (!(await mayChangeDemo(DB, asked))) throw new Fault('not-found');
  const language = LanguageTag.safeParse(c.req.query('language'));
  if (!language.success) throw new Fault('bad-request', { field: 'language', reason: 'invalid_format' });
  const { success } = await CAPTIONS_LIMIT.limit({ key: person });
  if (!success) throw new Fault('slow-down', { retryAfterSeconds: 60 });
  const wav = await readBytes(c, limits.speechBytes);
  if (!isWav(wav)) throw new Fault('bad-request', { field: 'body', reason: 'not-a-wav' });
  const [base = ''] = language.data.split('-');
  const answer = await AI.run(model, { audio: base64(wav), language: base.toLowerCase() });
  return c.json({ cues: heard(answer) });
});
