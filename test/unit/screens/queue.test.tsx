// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueueScreen } from '../../../shared/screens/queue/QueueScreen.tsx';
import { me, type Opened, openScreen, other, space } from './open-screen.tsx';

const body = {
  form: 'article' as const,
  url: 'https://www.example.org/tickets',
  title: 'Exit tickets',
  byline: 'Marta Quintero',
  site: '',
  language: 'en',
  excerpt: '',
  words: 1_480,
  why: 'Short enough for Thursday.',
};

let screen: Opened;
beforeEach(async () => {
  screen = await openScreen();
});
afterEach(() => screen.close());
const draw = () => screen.draw(<QueueScreen space={space} />);

describe('the queue', () => {
  it('says what to do while there is nothing in it', async () => {
    await draw();
    await screen.see('Nothing in the queue yet');
    expect(screen.root.querySelector('a')?.getAttribute('href')).toBe('/devices');
  });

  it('says of each clip what it is, how long it takes, who found it and why', async () => {
    await screen.put({ kind: 'clip', body });
    await draw();
    for (const words of [
      'Exit tickets',
      'Marta Quintero',
      'example.org',
      '6 minutes',
      'Found by Ben Okafor',
      'Thursday',
    ]) {
      await screen.see(words);
    }
  });

  it('has the newest first', async () => {
    await screen.put({ kind: 'clip', body });
    await screen.put({ kind: 'clip', body: { ...body, title: 'Newer' } });
    await draw();
    await screen.see('Newer');
    expect([...screen.root.querySelectorAll('h2')].map((title) => title.textContent)).toEqual([
      'Newer',
      'Exit tickets',
    ]);
  });

  it('leaves out drafts, other groups’ clips and what it cannot read', async () => {
    await screen.put({ kind: 'clip', body: { ...body, title: 'A draft' }, state: 'draft' });
    await screen.put({ kind: 'clip', body: { ...body, title: 'Elsewhere' }, space: me.ownSpace });
    await screen.put({ kind: 'clip', body: { ...body, title: 'Odd', words: -1 } });
    await screen.put({ kind: 'clip', body: { ...body, title: 'Seen' } });
    await draw();
    await screen.see('Seen');
    expect(screen.root.querySelectorAll('h2')).toHaveLength(1);
  });

  it('offers nothing to do with what somebody else found', async () => {
    await screen.put({ kind: 'clip', body });
    await draw();
    await screen.see('Exit tickets');
    expect(screen.root.querySelector('[popover]')).toBeNull();
  });

  it('lets its finder change why, and sends it', async () => {
    const { id } = await screen.put({ kind: 'clip', body, author: me.id });
    await draw();
    await screen.press('Change why it is worth reading');
    await screen.type('dialog textarea', '  It says what went wrong. ');
    await screen.press('Save');
    await screen.see('It says what went wrong.');
    expect((await screen.db.records.get(id))?.body).toEqual({ ...body, why: 'It says what went wrong.' });
    expect(await screen.db.outbox.where('record').equals(id).count()).toBe(1);
  });

  it('keeps the old line, and says so, when the new one is too long', async () => {
    const { id } = await screen.put({ kind: 'clip', body, author: me.id });
    await draw();
    await screen.press('Change why it is worth reading');
    await screen.type('dialog textarea', 'x'.repeat(501));
    await screen.press('Save');
    await screen.see('too long');
    expect((await screen.db.records.get(id))?.body).toEqual(body);
  });

  it('removes nothing before it has asked', async () => {
    const { id } = await screen.put({ kind: 'clip', body, author: me.id });
    await screen.put({ kind: 'comment', body: { text: 'Yes' }, parent: id });
    await draw();
    await screen.press('Remove from the queue');
    await screen.press('Cancel');
    expect(await screen.db.records.get(id)).toBeDefined();
    await screen.press('Remove from the queue');
    await screen.press('Remove for everyone');
    await screen.see('Nothing in the queue yet');
    expect(await screen.db.records.where('parent').equals(id).count()).toBe(0);
    expect((await screen.db.outbox.toArray()).map(({ op }) => op)).toEqual(['delete']);
  });

  it('marks what has not been sent', async () => {
    await screen.put({ kind: 'clip', body, author: me.id, waiting: 1 });
    await draw();
    await screen.see('Waiting to be sent');
  });

  const refusal = { code: 'too-large' as const, field: null };

  it('says why something could not be sent, and sends it again when asked', async () => {
    const { id } = await screen.put({ kind: 'clip', body, author: me.id, refusal });
    await draw();
    await screen.see('Could not be sent.');
    expect(screen.text()).not.toContain('too-large');
    await screen.press('Try again');
    await screen.see('Waiting to be sent');
    expect(await screen.db.outbox.where('record').equals(id).count()).toBeGreaterThan(0);
  });

  it('discards what could not be sent, after it has asked', async () => {
    await screen.put({ kind: 'clip', body, author: me.id, version: 0, refusal });
    await draw();
    await screen.press('Discard');
    await screen.see('Discard what could not be sent?');
    await screen.press('Discard');
    await screen.see('Nothing in the queue yet');
  });

  it('follows what changes underneath it', async () => {
    await draw();
    await screen.see('Nothing in the queue yet');
    await screen.put({ kind: 'clip', body, author: other });
    await screen.see('Exit tickets');
  });
});
