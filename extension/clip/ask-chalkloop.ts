/**
 * Both are injected into a page as they stand, so they use nothing but their arguments and the browser. They ask
 * the page's own origin, with the cookie that the page has there, and nobody else.
 */

/** What the page's origin says to "is this a Chalkloop?"; null unless the page itself claims to be one. */
export const sayHello = async (): Promise<unknown> => {
  const claim = Document.prototype.querySelector.call(document, 'head > meta[name="chalkloop"]');
  if (!claim) return null;
  const response = await fetch('/api/hello', { redirect: 'error', cache: 'no-store' });
  return response.ok ? response.json() : null;
};

/** Asks for a token of the extension's own, after the person has seen the origin and said yes. */
export const askForToken = async (name: string): Promise<{ status: number; answer: unknown }> => {
  const response = await fetch('/api/auth/devices', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
    redirect: 'error',
    cache: 'no-store',
  });
  return { status: response.status, answer: await response.json() };
};
