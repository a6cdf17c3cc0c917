import { NameChange } from '../../shared/contract/auth.ts';
import { renamePerson } from '../store/people.ts';
import { answerMe } from './answer-me.ts';
import { newApp } from './app.ts';
import { readJson } from './read-json.ts';
import { signedIn } from './session.ts';

export const authMe = newApp()
  .get('/auth/me', (c) => answerMe(c, signedIn(c).device))
  .patch('/auth/me', async (c) => {
    const { person, device } = signedIn(c);
    const { name } = await readJson(c, NameChange);
    await renamePerson(c.env.DB, person, name, Date.now());
    return answerMe(c, device);
  });
