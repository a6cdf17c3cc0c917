// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../shared/contract/ids.ts';
import { PeopleScreen } from '../../../shared/screens/group/PeopleScreen.tsx';
import { me, type Opened, openScreen, other, space } from './open-screen.tsx';

// happy-dom has no modal dialogs.
HTMLDialogElement.prototype.showModal ??= () => undefined;

const changeSpace = vi.fn(async () => undefined);
const segments = [1, 2, 3].map((at) => ({ name: `t0-v-000${at}.m4s`, seconds: 14 }));
const video = { init: 't0-v-init.mp4', codec: 'avc1.64001f', width: 640, height: 360, segments };

let screen: Opened;
beforeEach(async () => {
  changeSpace.mockClear();
  screen = await openScreen({ changeSpace, invites: async () => [] });
});
afterEach(() => screen.close());

const draw = () => screen.draw(<PeopleScreen space={space} />);
const asHost = () => screen.db.spaces.update(space, { role: 'host' });
const roster = (demoSeconds: number) =>
  screen.put({
    kind: 'roster',
    id: space,
    body: { name: 'Tuesday', demoSeconds, people: [{ id: me.id, name: me.name, role: 'host', left: false }] },
  });
const recorded = (title: string, takes: unknown[] = [{ video }], where = space) =>
  screen.db.recordings.put({
    record: newId(),
    space: where,
    startedAt: new Date(2026, 10, 2, 14, 5).getTime(),
    state: 'review',
    takes,
    title,
    strategy: '',
  });

describe('the longest demo', () => {
  it('is shown as it is, and set by the host', async () => {
    await asHost();
    await roster(180);
    await draw();
    await screen.see('Longest demo');
    const select = screen.root.querySelector('select');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
      '2 minutes',
      '3 minutes',
      '4 minutes',
      '5 minutes',
    ]);
    expect(select?.value).toBe('180');
    await act(() => {
      if (select) select.selectedIndex = 3;
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await screen.press('Save the length');
    await vi.waitFor(() => expect(changeSpace).toHaveBeenCalledWith(space, { demoSeconds: 300 }));
  });

  it('is two minutes where an older version said nothing of it', async () => {
    await asHost();
    await draw();
    await screen.see('Longest demo');
    expect(screen.root.querySelector('select')?.value).toBe('120');
  });

  it('is nothing that a member sets', async () => {
    await draw();
    await screen.see('Leave the group');
    expect(screen.text()).not.toContain('Longest demo');
  });
});

describe('before the group goes from the device', () => {
  it('names what was recorded for it and not published', async () => {
    await recorded('Exit tickets');
    await recorded('');
    await recorded('Of another group', [{ video }], other);
    await recorded('Nothing of it was closed', []);
    await draw();
    await screen.press('Leave the group');
    await screen.see('2 recordings of yours in this group were not published');
    await screen.see('0:42: Exit tickets');
    await screen.see('without a title');
    expect(screen.text()).not.toContain('Of another group');
    expect(screen.text()).not.toContain('Nothing of it');
  });

  it('says so to a host who closes it', async () => {
    await asHost();
    await recorded('Exit tickets');
    await draw();
    await screen.press('Close the group');
    await screen.see('1 recording of yours in this group was not published');
  });

  it('says nothing where there is nothing to lose', async () => {
    await draw();
    await screen.press('Leave the group');
    await screen.see('What you shared stays');
    expect(screen.text()).not.toContain('not published');
  });
});
