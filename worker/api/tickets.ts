import { limits } from '../../shared/contract/limits.ts';
import { mayReadFiles } from '../store/passes.ts';
import { newApp } from './app.ts';
import { Fault } from './fault.ts';
import { pathId } from './path-id.ts';
import { ticketSeal } from './sealed-ticket.ts';
import { signedIn } from './session.ts';

export const ticketEnd = (now: number): number => now + limits.ticketMinutes * 60_000;

export const tickets = newApp().post('/spaces/:space/records/:record/ticket', async (c) => {
  const { person, device } = signedIn(c);
  const [space, record] = [pathId(c, 'space'), pathId(c, 'record')];
  if (!(await mayReadFiles(c.env.DB, { space, record, person }))) throw new Fault('not-found');
  const expiresAt = ticketEnd(Date.now());
  const { seal } = await ticketSeal(c.env.TICKET_KEY);
  return c.json({ ticket: await seal({ space, record, person, device, expiresAt }), expiresAt });
});
