import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isArticleTag } from '../../../shared/rules/article-markup.ts';
import { launchChromium } from '../harness/browsers.ts';
import { hostileArticles } from './hostile-articles.ts';
import { makeLibrary } from './library.ts';
import { openWatched } from './open-page.ts';
import { startPretendWorker } from './pretend-worker.ts';

const library = makeLibrary({ me: 'Ana', other: 'Ben', group: 'Tuesday review' });
const clip = { form: 'article' as const, url: 'https://example.org/a', byline: '', site: '', language: 'en' };
const body = { ...clip, excerpt: '', words: 300, why: '', article: 'article.html' };
const ids = new Map(
  Object.entries(hostileArticles).map(([name, markup]) => {
    const files = { 'article.html': `<p>It begins.</p>${markup}` };
    return [name, library.put({ kind: 'clip', body: { ...body, title: name }, files })];
  }),
);

let browser: Browser;
let server: Awaited<ReturnType<typeof startPretendWorker>>;

beforeAll(async () => {
  server = await startPretendWorker(library);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Follows every link that stays in the page and presses whatever can be pressed, as a curious reader might. */
const pokeAtEverything = `
  for (const element of document.querySelectorAll('main [lang] *')) {
    if (element.closest('a[target=_blank]')) continue;
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    if (element instanceof HTMLElement) { element.focus(); element.click(); }
  }`;

describe('an article that came past the clipper and the Worker', () => {
  it.each(Object.keys(hostileArticles))(
    'runs nothing, asks for nothing and takes nothing over: %s',
    async (name) => {
      const { page, asked, errors } = await openWatched(
        browser,
        `${server.origin}/g/${library.space}/read/${ids.get(name)}`,
        // The policy would stop most of it too: cleaning has to do without.
        { withoutPolicy: true },
      );
      await page.waitForFunction(`document.querySelector('main [lang]')?.textContent.includes('It begins.')`);
      await page.evaluate(pokeAtEverything);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));

      expect(await page.evaluate('window.hasRun')).toEqual([]);
      const tags = await page.$$eval('main [lang] *', (found) => found.map(({ localName }) => localName));
      expect(tags.filter((tag) => !isArticleTag(tag))).toEqual([]);
      expect(asked.filter((url) => !url.startsWith(server.origin))).toEqual([]);
      expect(asked.filter((url) => url.includes('sign-out'))).toEqual([]);
      expect(errors).toEqual([]);
      expect(page.url()).toContain('/read/');
      expect(await page.evaluate(`document.title`)).toContain('Chalkloop');
      // The page itself is still there, and its own things answer to their names.
      expect(await page.evaluate(`document.getElementById('main')?.tagName`)).toBe('MAIN');
      expect(await page.evaluate(`document.querySelectorAll('h1').length`)).toBe(1);
      expect(
        await page.$$eval('main [lang] a[href]', (links) => links.map((link) => link.getAttribute('href'))),
      ).toSatisfy((links: string[]) => links.every((link) => /^(https?:\/\/|mailto:|#)/.test(link)));
      await page.close();
    },
  );

  it('sends nobody’s address along with a link out of it', async () => {
    const { page } = await openWatched(
      browser,
      `${server.origin}/g/${library.space}/read/${ids.get('addresses')}`,
    );
    await page.waitForSelector('main [lang] a[href]');
    const links = await page.$$eval('main [lang] a[href]', (found) =>
      found.map((link) => [link.target, link.rel]),
    );
    expect(links).not.toEqual([]);
    for (const link of links) expect(link).toEqual(['_blank', 'noopener noreferrer']);
    await page.close();
  });
});
