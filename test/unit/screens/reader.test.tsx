// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../shared/client/api-error.ts';
import type { Client } from '../../../shared/client/create-client.ts';
import { sha256 } from '../../../shared/local/sha256.ts';
import { ReaderScreen } from '../../../shared/screens/reader/ReaderScreen.tsx';
import { type Opened, openScreen, space } from './open-screen.tsx';

const markup = '<p>One question, never two.</p>';
const blob = new Blob([markup]);
const files = [{ name: 'article.html', bytes: blob.size, sha256: await sha256(blob) }];
const body = {
  ...{
    form: 'article' as const,
    url: 'https://example.org/a',
    title: 'Exit tickets',
    byline: '',
    site: 'Notes',
  },
  ...{ language: 'en', excerpt: '', words: 500, why: '', article: 'article.html' },
};

let screen: Opened;
const open = async (client: Partial<Client>) => {
  screen = await openScreen({ fileUrl: (ticket, name) => `/files/${ticket}/${name}`, ...client });
};
afterEach(async () => {
  vi.unstubAllGlobals();
  await screen.close();
});

const ticket = () => vi.fn(async () => ({ ticket: 'good', expiresAt: 0 }));
const answer = (content: string) => vi.fn(async () => new Response(content));
const read = async () => {
  const { id } = await screen.put({ kind: 'clip', body, files });
  await screen.draw(<ReaderScreen space={space} record={id} />);
  return id;
};

describe('reading a clip', () => {
  it('fetches the group’s copy once and keeps it', async () => {
    const tickets = ticket();
    await open({ ticket: tickets });
    vi.stubGlobal('fetch', answer(markup));
    const id = await read();
    await vi.waitFor(async () =>
      expect(await screen.db.files.get([id, 'article.html'])).toMatchObject({ space, sent: 1 }),
    );
    await screen.draw(null);
    await screen.draw(<ReaderScreen space={space} record={id} />);
    await screen.see('Exit tickets');
    expect(tickets).toHaveBeenCalledOnce();
  });

  it('keeps nothing that is not what the finder saved', async () => {
    await open({ ticket: ticket() });
    vi.stubGlobal('fetch', answer('<p>Something else.</p>'));
    const id = await read();
    await screen.see('Try again');
    expect(await screen.db.files.get([id, 'article.html'])).toBeUndefined();
  });

  it('says what to do when it is offline, and goes on when that is over', async () => {
    let isOnline = false;
    await open({
      ticket: async () => {
        if (!isOnline) throw new ApiError('offline', 0);
        return { ticket: 'good', expiresAt: 0 };
      },
    });
    vi.stubGlobal('fetch', answer(markup));
    const id = await read();
    await screen.see('there is no connection');
    isOnline = true;
    await screen.press('Try again');
    await vi.waitFor(async () => expect(await screen.db.files.get([id, 'article.html'])).toBeDefined());
  });

  it('keeps no file of a clip that went meanwhile', async () => {
    await open({ ticket: ticket() });
    let arrive = (_: Response): void => undefined;
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (arrive = resolve)));
    const id = await read();
    await screen.see('Fetching');
    await vi.waitFor(() => expect(arrive).toHaveLength(1));
    await screen.db.records.delete(id);
    await screen.see('no longer in the queue');
    arrive(new Response(markup));
    await vi.waitFor(async () => expect(await screen.db.files.count()).toBe(0));
  });

  it('leads to the original, and tells it nothing', async () => {
    await open({ ticket: () => new Promise(() => undefined) });
    await read();
    await screen.see('Read the original at example.org');
    const link = screen.root.querySelector('a[target=_blank]');
    expect(link?.getAttribute('href')).toBe(body.url);
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('of which there is no copy says so', async () => {
    await open({});
    const { article: _, ...link } = body;
    const { id } = await screen.put({ kind: 'clip', body: { ...link, form: 'link' } });
    await screen.draw(<ReaderScreen space={space} record={id} />);
    await screen.see('A link: it opens at its own site.');
  });
});
