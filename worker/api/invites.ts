import { newId } from '../../shared/contract/ids.ts';
import { limits } from '../../shared/contract/limits.ts';
import type { Invite } from '../../shared/contract/people.ts';
import { listInvites, makeInvite, revokeInvite } from '../store/invites.ts';
import { joinKnownPerson } from '../store/join.ts';
import { sha256Hex } from '../store/sha256.ts';
import { findSpace } from '../store/spaces.ts';
import { newApp } from './app.ts';
import { Fault } from './fault.ts';
import { newSecret } from './new-code.ts';
import { openInvite } from './open-invite.ts';
import { pathId } from './path-id.ts';
import { signedIn } from './session.ts';
import { countGuesses } from './throttle.ts';

export const invites = newApp()
  .get('/spaces/:space/invites', async (c) => {
    const { person } = signedIn(c);
    const listed = await listInvites(c.env.DB, pathId(c, 'space'), person, Date.now());
    if (typeof listed === 'string') throw new Fault(listed);
    return c.json({ invites: listed });
  })
  .post('/spaces/:space/invites', async (c) => {
    const { person } = signedIn(c);
    const code = newSecret();
    const createdAt = Date.now();
    const expiresAt = createdAt + limits.inviteDays * 86_400_000;
    const invite: Invite = { id: newId(), expiresAt, usesLeft: limits.inviteUses, createdAt };
    const kept = { ...invite, codeHash: await sha256Hex(code) };
    const refusal = await makeInvite(c.env.DB, kept, pathId(c, 'space'), person);
    if (refusal !== null) throw new Fault(refusal);
    return c.json({ ...invite, code }, 201);
  })
  .delete('/spaces/:space/invites/:invite', async (c) => {
    const { person } = signedIn(c);
    const [space, invite] = [pathId(c, 'space'), pathId(c, 'invite')];
    const refusal = await revokeInvite(c.env.DB, space, invite, person, Date.now());
    if (refusal !== null) throw new Fault(refusal);
    return c.json({});
  })
  .get('/invites/:code', async (c) => {
    const codeHash = await sha256Hex(c.req.param('code'));
    return c.json(
      await countGuesses(c, 'long', () => openInvite(c.env.DB, codeHash, c.var.caller?.person ?? null)),
    );
  })
  .post('/invites/:code/accept', async (c) => {
    const { person } = signedIn(c);
    const codeHash = await sha256Hex(c.req.param('code'));
    const greeting = await countGuesses(c, 'long', () => openInvite(c.env.DB, codeHash, person));
    await joinKnownPerson(c.env.DB, codeHash, greeting.space, person, Date.now());
    const space = await findSpace(c.env.DB, person, greeting.space);
    if (space === null) {
      await openInvite(c.env.DB, codeHash, person);
      throw new Fault('too-many');
    }
    return c.json({ space });
  });
