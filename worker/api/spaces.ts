import { limits } from '../../shared/contract/limits.ts';
import { SpaceChange, SpaceMake } from '../../shared/contract/people.ts';
import { mayWithSpace } from '../../shared/rules/capabilities.ts';
import { changeGroup, closeGroup, countGroups, findSpace, listSpaces, makeGroup } from '../store/spaces.ts';
import { newApp } from './app.ts';
import { Fault } from './fault.ts';
import { pathId } from './path-id.ts';
import { readJson } from './read-json.ts';
import { signedIn } from './session.ts';

export const spaces = newApp()
  .get('/spaces', async (c) => c.json({ spaces: await listSpaces(c.env.DB, signedIn(c).person) }))
  .post('/spaces', async (c) => {
    const { person } = signedIn(c);
    const make = await readJson(c, SpaceMake);
    const [made] = await makeGroup(c.env.DB, make, person, Date.now());
    const space = await findSpace(c.env.DB, person, make.id);
    if (space === null) {
      const isFull = (await countGroups(c.env.DB, person)) >= limits.groupsPerPerson;
      throw new Fault(isFull ? 'too-many' : 'not-found');
    }
    const isRepeat = space.type === 'group' && space.name === make.name && mayWithSpace('rename', space.role);
    if (!isRepeat) throw new Fault('not-found');
    return c.json({ space }, made?.meta.changes === 1 ? 201 : 200);
  })
  .patch('/spaces/:space', async (c) => {
    const { person } = signedIn(c);
    const id = pathId(c, 'space');
    const change = await readJson(c, SpaceChange);
    const refusal = await changeGroup(c.env.DB, id, change, person, Date.now());
    if (refusal !== null) throw new Fault(refusal);
    const space = await findSpace(c.env.DB, person, id);
    if (space === null) throw new Fault('not-found');
    return c.json({ space });
  })
  .delete('/spaces/:space', async (c) => {
    const { person } = signedIn(c);
    const refusal = await closeGroup(c.env.DB, pathId(c, 'space'), person, Date.now());
    if (refusal !== null) throw new Fault(refusal);
    return c.json({});
  });
