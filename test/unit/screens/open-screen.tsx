import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { Client } from '../../../shared/client/create-client.ts';
import { newId } from '../../../shared/contract/ids.ts';
import type { Kind } from '../../../shared/contract/kinds/index.ts';
import type { BodyOf } from '../../../shared/contract/parse-body.ts';
import { type LocalRecord, openLocalDb } from '../../../shared/local/db.ts';
import { AppProvider } from '../../../shared/screens/app-context.ts';

// happy-dom draws popovers as any other element.
HTMLElement.prototype.hidePopover ??= () => undefined;

export const space = newId();
export const me = { id: newId(), name: 'Ana Ruiz', operator: false, device: newId(), ownSpace: newId() };
export const other = newId();

type Put<K extends Kind> = Partial<LocalRecord> & { kind: K; body: BodyOf<K> };

/** A device of Ana's in her group with Ben, and a screen on it; the Worker is `client`, as far as a test needs it. */
export const openScreen = async (client: Partial<Client> = {}) => {
  const db = openLocalDb(`screen-${newId()}`);
  const root = document.body.appendChild(document.createElement('div'));
  const navigate = vi.fn();
  let count = 0;

  const put = async <K extends Kind>(given: Put<K>): Promise<LocalRecord> => {
    count += 1;
    const at = Date.now() - 60_000 + count;
    const state = { seq: count, version: 1, state: 'live' as const, waiting: 0 as const, refusal: null };
    const envelope = {
      id: newId(),
      space,
      author: other,
      parent: null,
      files: [],
      createdAt: at,
      updatedAt: at,
    };
    const record: LocalRecord = { ...envelope, ...state, ...given };
    await db.records.put(record);
    return record;
  };
  await db.spaces.put({
    id: space,
    type: 'group',
    name: 'Tuesday',
    role: 'member',
    cursor: 0,
    unreadSeq: null,
  });
  const people = [
    { id: me.id, name: me.name, role: 'member' as const, left: false },
    { id: other, name: 'Ben Okafor', role: 'host' as const, left: false },
  ];
  await put({ kind: 'roster', id: space, body: { name: 'Tuesday', people } });

  const heartbeat = {
    nudge: vi.fn(),
    status: { value: { online: true, waiting: 0, signedOut: false }, subscribe: () => () => undefined },
  };
  // What a screen does not ask the Worker for is not there.
  const app = {
    db,
    client: client as Client,
    me,
    sync: { pull: async () => undefined },
    heartbeat,
    sendsWhenClosed: false,
    navigate,
  };

  return {
    db,
    put,
    navigate,
    root,
    draw: async (what: ComponentChildren) => {
      await act(() => render(<AppProvider value={app}>{what}</AppProvider>, root));
    },
    text: () => root.textContent ?? '',
    /** Waits until the words are there. */
    see: (words: string) =>
      vi.waitFor(() => {
        if (!root.textContent?.includes(words)) throw new Error(`“${words}” is not in: ${root.textContent}`);
      }),
    seeNoMore: (words: string) =>
      vi.waitFor(() => {
        if (root.textContent?.includes(words)) throw new Error(`“${words}” is still in: ${root.textContent}`);
      }),
    /** Presses the last button or link of that name: a dialog's come after the page's. */
    press: async (name: string) => {
      const found = await vi.waitFor(() => {
        const all = [...root.querySelectorAll<HTMLElement>('button, a')];
        const named = all.filter(
          (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
        );
        const last = named.at(-1);
        if (!last)
          throw new Error(`No button “${name}” in: ${all.map((one) => one.textContent).join(' | ')}`);
        return last;
      });
      await act(() => found.click());
    },
    type: async (selector: string, text: string) => {
      const field = await vi.waitFor(() => {
        const found = root.querySelector<HTMLTextAreaElement | HTMLInputElement>(selector);
        if (!found) throw new Error(`Nothing is ${selector}`);
        return found;
      });
      field.value = text;
      await act(() => {
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      return field;
    },
    close: async () => {
      render(null, root);
      root.remove();
      await db.delete();
    },
  };
};

export type Opened = Awaited<ReturnType<typeof openScreen>>;
