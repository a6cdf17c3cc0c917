import { MemberChange } from '../../shared/contract/people.ts';
import { changeRole, endMembership } from '../store/members.ts';
import { newApp } from './app.ts';
import { Fault } from './fault.ts';
import { pathId } from './path-id.ts';
import { readJson } from './read-json.ts';
import { signedIn } from './session.ts';

/** Who is in a space is its roster, a record: here is what changes it. */
export const members = newApp()
  .patch('/spaces/:space/members/:person', async (c) => {
    const { person } = signedIn(c);
    const [space, member] = [pathId(c, 'space'), pathId(c, 'person')];
    const { role } = await readJson(c, MemberChange);
    const refusal = await changeRole(c.env.DB, space, person, member, role, Date.now());
    if (refusal !== null) throw new Fault(refusal);
    return c.json({});
  })
  .delete('/spaces/:space/members/:person', async (c) => {
    const { person } = signedIn(c);
    const [space, member] = [pathId(c, 'space'), pathId(c, 'person')];
    const refusal = await endMembership(c.env.DB, space, person, member, Date.now());
    if (refusal !== null) throw new Fault(refusal);
    return c.json({});
  });
