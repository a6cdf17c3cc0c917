import type { Browser, Page } from 'puppeteer-core';

export type Watched = {
  page: Page;
  /** What went against the page's policy, as `style-src inline`. */
  violations: () => Promise<string[]>;
  /** What the page itself could not cope with. */
  errors: string[];
  /** Every address asked for, but `blob:` and `data:`, which are nobody's. */
  asked: string[];
};

/** A page that writes down from its first moment on what it asks for, what is refused and what runs. */
export const openWatched = async (
  browser: Pick<Browser, 'newPage'>,
  path: string,
  { before = '', withoutPolicy = false }: { before?: string; withoutPolicy?: boolean } = {},
): Promise<Watched> => {
  const page = await browser.newPage();
  await page.setBypassCSP(withoutPolicy);
  const errors: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push(request.url());
  });
  await page.evaluateOnNewDocument(`
    window.hasRun = [];
    window.ran = (what) => window.hasRun.push(what);
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      window.violations.push(effectiveDirective + ' ' + blockedURI));
    ${before}`);
  await page.goto(path);
  return { page, errors, asked, violations: () => page.evaluate('window.violations') as Promise<string[]> };
};
