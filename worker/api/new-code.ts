/** 256 random bits in base64url: session tokens, invite links, ceremony names. */
export const newSecret = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
};

/** Crockford's base32 (https://www.crockford.com/base32.html): no letter that reads as another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code for typing, five bits a character. */
export const newTypedCode = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet.charAt(byte & 31)).join('');

/** As it is shown: groups of four. */
export const spellCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** As it is kept, whatever was typed: small letters, spaces, dashes, O for 0, I and L for 1. */
export const readTypedCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
