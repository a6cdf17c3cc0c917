// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DemoScreen } from '../../../shared/screens/demo/DemoScreen.tsx';
import { FeedScreen } from '../../../shared/screens/feed/FeedScreen.tsx';
import { me, type Opened, openScreen, space } from './open-screen.tsx';

// happy-dom cannot run them; the browser tests do.
vi.mock('../../../shared/ui/player/controls.ts', () => ({}));

const track = {
  init: 't0-v-init.mp4',
  codec: 'avc1.64001f',
  segments: [{ name: 't0-v-0001.m4s', seconds: 2 }],
};
const body = {
  title: 'Exit tickets, with the whole class',
  strategy: 'exit tickets',
  seconds: 102,
  takes: [{ video: { ...track, width: 1280, height: 720 } }],
  captions: 'pending' as const,
  students: { answer: 'no' as const, wording: 'Could students be identified?', at: 1 },
};

const files = ['t0-v-init.mp4', 't0-v-0001.m4s'].map((name) => ({ name, bytes: 1, sha256: 'a'.repeat(64) }));

let screen: Opened;
beforeEach(async () => {
  screen = await openScreen({ ticket: () => new Promise(() => undefined) });
});
afterEach(() => screen.close());

describe('the feed', () => {
  const draw = () => screen.draw(<FeedScreen space={space} />);

  it('leads to the recorder while there is nothing in it', async () => {
    await draw();
    await screen.see('No demos yet');
    expect(screen.root.querySelector('a')?.getAttribute('href')).toBe(`/g/${space}/record`);
  });

  it('says of each demo what, who, how long, and that captions are pending', async () => {
    const { id } = await screen.put({ kind: 'demo', body });
    await screen.put({ kind: 'comment', body: { text: 'Yes' }, parent: id });
    await screen.put({ kind: 'comment', body: { text: 'And no' }, parent: id });
    await draw();
    for (const words of ['Exit tickets, with', '1:42', 'By Ben Okafor', 'Captions pending', '2 comments']) {
      await screen.see(words);
    }
  });

  it('never says how often or by whom something was watched', async () => {
    await screen.put({ kind: 'demo', body });
    await draw();
    await screen.see('Exit tickets');
    expect(screen.text()).not.toMatch(/view|watched|seen|play/i);
  });

  it('shows the demos of one strategy, and all of them again', async () => {
    await screen.put({ kind: 'demo', body });
    await screen.put({ kind: 'demo', body: { ...body, title: 'Cold calling', strategy: 'questioning' } });
    await draw();
    await screen.see('Cold calling');
    const select = screen.root.querySelector('select');
    if (!select) throw new Error('no filter');
    const choose = (index: number) => {
      select.selectedIndex = index;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose(2);
    await screen.seeNoMore('with the whole class');
    choose(0);
    await screen.see('with the whole class');
  });
});

describe('a demo', () => {
  const draw = (id: string) => screen.draw(<DemoScreen space={space} record={id} />);

  it('that is gone shows neither itself nor what was said of it', async () => {
    const { id } = await screen.put({ kind: 'demo', body, state: 'gone' });
    await screen.put({ kind: 'comment', body: { text: 'Still here?' }, parent: id });
    await draw(id);
    await screen.see('This demo is no longer here');
    expect(screen.text()).not.toContain('Still here?');
  });

  it('of another group is not there', async () => {
    const { id } = await screen.put({ kind: 'demo', body, space: me.ownSpace });
    await draw(id);
    await screen.see('This demo is no longer here');
  });

  it('says that it lacks captions', async () => {
    const { id } = await screen.put({ kind: 'demo', body });
    await draw(id);
    await screen.see('This demo has no captions yet.');
  });

  it('that has not been sent yet has no player', async () => {
    const { id } = await screen.put({ kind: 'demo', body, author: me.id, version: 0, waiting: 1 });
    await draw(id);
    await screen.see('still on its way');
    expect(screen.root.querySelector('video')).toBeNull();
  });

  it('is called something else when its author says so', async () => {
    const { id } = await screen.put({ kind: 'demo', body, files, author: me.id });
    await draw(id);
    await screen.press('Change title and strategy');
    await screen.type('dialog input', 'Exit tickets, again');
    await screen.press('Save');
    await screen.see('Exit tickets, again');
    expect((await screen.db.records.get(id))?.body).toEqual({ ...body, title: 'Exit tickets, again' });
  });

  it('keeps its title when the new one is nothing but spaces', async () => {
    const { id } = await screen.put({ kind: 'demo', body, author: me.id });
    await draw(id);
    await screen.press('Change title and strategy');
    await screen.type('dialog input', '   ');
    await screen.press('Save');
    await screen.see('Title');
    expect((await screen.db.records.get(id))?.body).toEqual(body);
    expect(screen.root.querySelector('[aria-invalid]')).not.toBeNull();
  });

  it('goes for everyone once its author has said so twice', async () => {
    const { id } = await screen.put({ kind: 'demo', body, author: me.id });
    await draw(id);
    await screen.press('Delete the demo');
    expect(screen.text()).toContain('This cannot be undone.');
    await screen.press('Delete for everyone');
    await screen.see('This demo is no longer here');
    expect(screen.navigate).toHaveBeenCalledWith(`/g/${space}/feed`);
    expect((await screen.db.outbox.toArray()).map(({ op }) => op)).toEqual(['delete']);
  });
});
