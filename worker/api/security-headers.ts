/** On every answer, page and API alike. Pure data: the build writes the static page's `_headers` from it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()',
};

/** What the API answers is data: nothing of it may run, load or be framed. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** What a clipped article is served with: were it ever navigated to, it is sealed off. */
export const filePolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * The page's own policy. `styleHashes` are `sha256-…` of the style blocks that the player puts into its
 * shadow trees; `wasm-unsafe-eval` is for the sound filter and allows WebAssembly alone.
 */
export const pagePolicy = (styleHashes: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    ["style-src 'self'", ...styleHashes.map((hash) => `'${hash}'`)].join(' '),
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
