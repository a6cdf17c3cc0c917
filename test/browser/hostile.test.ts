import { createHash } from 'node:crypto';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clip, demo } from '../unit/contract/bodies.ts';
import { launchChromium } from './harness/browsers.ts';
import { inviteColleague } from './harness/colleague.ts';
import { see } from './harness/hands.ts';
import { hostileArticle, hostileLines, longLine } from './harness/hostile.ts';
import { startOutside } from './harness/outside.ts';
import { addPasskeys } from './harness/passkeys.ts';
import { setUp } from './harness/people.ts';
import { startEmptyServer } from './harness/server.ts';

const [asName = '', asTitle = '', asTag = '', asByline = '', asSite = ''] = hostileLines;
/** As the reader's own browser would see a policy broken, a dialog opened or a script run. */
const watch = async (page: Page) => {
  await page.evaluateOnNewDocument(() => {
    const broken: string[] = [];
    Object.assign(window, { brokenPolicy: broken });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      broken.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  page.on('dialog', (dialog) => {
    void page.evaluate(() => Object.assign(window, { ranHostile: 'dialog' }));
    void dialog.dismiss();
  });
};
const seen = (page: Page) =>
  page.evaluate(() => {
    // Set by `watch` and, where it runs, by what is hostile.
    const { ranHostile, brokenPolicy } = window as unknown as {
      ranHostile?: unknown;
      brokenPolicy: string[];
    };
    const isWide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    const wide = [...document.body.querySelectorAll('*')].filter(
      (e) => e.getBoundingClientRect().right > innerWidth + 1,
    );
    const wider = isWide ? wide.map((element) => `${element.localName}.${element.className}`) : [];
    return { ranHostile: ranHostile ?? null, brokenPolicy, wider };
  });

describe('names, titles, tags, lines and an article that want to run', () => {
  let server: Awaited<ReturnType<typeof startEmptyServer>>;
  let outside: Awaited<ReturnType<typeof startOutside>>;
  let browser: Browser;
  let page: Page;
  let space: string;
  const shown: Record<string, string> = {};

  beforeAll(async () => {
    server = await startEmptyServer();
    outside = await startOutside();
    browser = await launchChromium({ proxyPort: outside.port });
    page = await browser.newPage();
    await addPasskeys(page);
    await watch(page);
    const invite = await setUp(page, server.setupLink ?? '', asName, asTitle);
    // Not watching, while an article is exchanged under the group's eyes.
    await page.goto('about:blank');
    const colleague = await inviteColleague(server, invite, asName);
    space = colleague.space;

    const article = await colleague.publish({
      kind: 'clip',
      body: {
        ...clip,
        title: asTitle,
        byline: asByline,
        site: asSite,
        why: `${asTitle}\n${longLine}`,
        excerpt: asTag,
      },
      files: { 'article.html': '<p>Harmless.</p>' },
    });
    const sha256 = createHash('sha256').update(hostileArticle).digest('hex');
    const bytes = Buffer.byteLength(hostileArticle);
    await server.r2.put(`spaces/${space}/${article}/article.html`, hostileArticle, { sha256 });
    await server.d1
      .prepare('UPDATE files SET sha256 = ?, bytes = ? WHERE record = ?')
      .bind(sha256, bytes, article)
      .run();
    await server.d1
      .prepare('UPDATE records SET files = ? WHERE id = ?')
      .bind(JSON.stringify([{ name: 'article.html', bytes, sha256 }]), article)
      .run();
    const files = Object.fromEntries(
      demo.takes
        .flatMap(({ video, audio }) => [video, audio])
        .flatMap(({ init, segments }) => [init, ...segments.map(({ name }) => name)])
        .map((name) => [name, 'no video at all']),
    );
    const shownDemo = await colleague.publish({
      kind: 'demo',
      body: { ...demo, title: asTitle, strategy: asTag.slice(0, 40) },
      files,
    });
    for (const text of [...hostileLines, longLine.repeat(20)]) {
      await colleague.publish({ kind: 'comment', parent: shownDemo, body: { text, atSeconds: 1 } });
      await colleague.publish({ kind: 'comment', parent: article, body: { text } });
    }
    Object.assign(shown, {
      queue: `/g/${space}/queue`,
      reader: `/g/${space}/read/${article}`,
      feed: `/g/${space}/feed`,
      demo: `/g/${space}/demo/${shownDemo}`,
      people: `/g/${space}/people`,
      recorder: `/g/${space}/record`,
      devices: '/devices',
    });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([server?.stop(), outside?.stop()]);
  });

  it.each(['queue', 'reader', 'feed', 'demo', 'people', 'recorder', 'devices'])(
    'stay words on the %s screen, and break no layout at 320 px',
    async (screen) => {
      await page.setViewport({ width: 320, height: 700 });
      await page.goto(`${server.url}${shown[screen]}`, { waitUntil: 'networkidle2' });
      await page.waitForSelector('h1');
      if (screen === 'queue' || screen === 'feed') await see(page, 'onerror');
      const { ranHostile, brokenPolicy, wider } = await seen(page);
      expect(ranHostile).toBeNull();
      // The reader parses the article in an inert document, where the policy already says no to what is in it.
      if (screen !== 'reader') expect(brokenPolicy).toEqual([]);
      expect(wider).toEqual([]);
    },
  );

  it('leave the article readable, without what ran, asked or clobbered', async () => {
    await page.goto(`${server.url}${shown.reader}`, { waitUntil: 'networkidle2' });
    await see(page, 'The end is here.');
    await page.$$eval('main a', (links) => {
      for (const link of links) if (['one', 'two', 'three', 'four'].includes(link.textContent)) link.click();
    });
    expect((await seen(page)).ranHostile).toBeNull();
    const left = await page.$$eval(
      'main :is(script,style,iframe,object,embed,form input,svg animate,base,link,meta)',
      (all) => all.length,
    );
    expect(left).toBe(0);
    expect(page.url()).toBe(`${server.url}${shown.reader}`);
  });

  it('asked nobody for anything', () => expect(outside.asked).toEqual([]));
});
