import { useEffect, useState } from 'preact/hooks';

/** What a mail program made of it is put right; what cannot be read is left as it is. */
const decodeFragment = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A lone "%": not a code of ours, and the Worker will say so.
    return fragment;
  }
};

/** The fragment went to no server; it is taken out of the address, so that it is on no projector either. */
const takeLinkCode = (): string => {
  const code = decodeFragment(location.hash.slice(1)).trim();
  if (code) {
    sessionStorage.setItem(location.pathname, code);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(location.pathname) ?? '';
};

/** Once it has done its work. */
export const forgetLinkCode = (): void => sessionStorage.removeItem(location.pathname);

/**
 * The secret of the link that opened this page (`/join#code`), or the empty text. It survives a reload; another
 * link pasted over this one counts, though the browser loads nothing anew for it.
 */
export const useLinkCode = (): string => {
  const [code, setCode] = useState(takeLinkCode);
  useEffect(() => {
    const takeAgain = () => setCode(takeLinkCode());
    addEventListener('hashchange', takeAgain);
    return () => removeEventListener('hashchange', takeAgain);
  }, []);
  return code;
};
