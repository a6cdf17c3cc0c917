/**
 * The secret of the link that opened this page (`/join#code`). The fragment went to no server; it is taken out
 * of the address, so that it stays in no history and on no projector.
 */
export const takeLinkCode = (): string => {
  const code = decodeFragment(location.hash.slice(1)).trim();
  if (code) {
    sessionStorage.setItem(location.pathname, code);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(location.pathname) ?? '';
};

/** What a mail program made of it is put right; what cannot be read is left as it is. */
const decodeFragment = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A lone "%": not a code of ours, and the Worker will say so.
    return fragment;
  }
};
