import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClipDraft } from '../../../extension/clip/clip-draft.ts';
import { isArticleAttribute, isArticleTag } from '../../../shared/rules/article-markup.ts';
import { launchChromium } from '../harness/browsers.ts';
import { type Site, startSite } from '../harness/outside.ts';
import { clipTab } from './clip-tab.ts';

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'pages');
const pages = Object.fromEntries(
  readdirSync(folder).map((name) => [`/${name}`, readFileSync(join(folder, name), 'utf8')]),
);
const manyNodes = `<!doctype html><title>Many</title><article><h1>Many</h1>${'<p>One of <b>very</b> many short paragraphs, <i>with a comma</i> in it.</p>'.repeat(17_000)}</article>`;

let browser: Browser;
let page: Page;
let site: Site;

beforeAll(async () => {
  site = await startSite({ ...pages, '/many': manyNodes }, {});
  browser = await launchChromium();
  page = await browser.newPage();
  // What the page itself runs is the page's; here it only must not stop the test.
  page.on('dialog', (dialog) => void dialog.dismiss());
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const at = (path: string) => `http://127.0.0.1:${site.port}${path}`;
const clip = async (path: string): Promise<ClipDraft> => {
  await page.goto(at(path));
  return clipTab(page);
};
const article = async (path: string) => {
  const draft = await clip(path);
  if (draft.form !== 'article') throw new Error(`${path} became a link: ${draft.reason}`);
  return draft;
};

type Element = { tag: string; attributes: [string, string][]; text: string };
/** The markup as an inert document reads it. */
const elementsOf = (markup: string): Promise<Element[]> =>
  page.evaluate(
    (html) =>
      [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')].map((element) => ({
        tag: element.localName,
        attributes: [...element.attributes].map(({ name, value }): [string, string] => [name, value]),
        text: element.textContent ?? '',
      })),
    markup,
  );
const attributeOf = ({ attributes }: Element, name: string) => attributes.find(([n]) => n === name)?.[1];

describe('an article', () => {
  it('is copied with its structure, and its page’s own words about it', async () => {
    const draft = await article('/plain.html');
    expect(draft).toMatchObject({
      url: at('/plain.html'),
      canonical: at('/cards'),
      title: 'Cards at the door',
      byline: 'Maya Okafor',
      site: 'The Staffroom',
      language: 'en',
      excerpt: 'Two minutes that change tomorrow.',
      lead: at('/lead.png'),
    });
    expect(draft.words).toBeGreaterThan(100);
    expect(draft.beginning).toMatch(/^A card at the door/);
    expect(draft.article).toContain('<h2>Three piles</h2>');
    expect(draft.article).toContain('<li>Nearly has it</li>');
    expect(draft.article).not.toContain('All rights reserved');
  });

  it('keeps the addresses of lazy pictures and asks for none of them', async () => {
    const elements = await elementsOf((await article('/lazy.html')).article);
    const pictures = elements.filter(({ tag }) => tag === 'img');
    expect(pictures.map((image) => [attributeOf(image, 'alt'), attributeOf(image, 'data-original')])).toEqual(
      [
        ['by data-src', at('/one.jpg')],
        ['by data-srcset', at('/two-400.jpg')],
        ['far below', at('/three.jpg')],
        ['in a picture', expect.stringMatching(/\/four\.(webp|jpg)$/)],
        ['only a placeholder', undefined],
      ],
    );
    expect(pictures.every((image) => attributeOf(image, 'src') === undefined)).toBe(true);
  });

  it('is read out of open shadow trees as the browser draws them', async () => {
    const draft = await article('/shadow.html');
    expect(draft.title).toBe('In the shadow');
    expect(draft.article).toMatch(/A card at the door.*lies in the light.*Three piles.*Nobody needs a mark/s);
    expect(draft.article).not.toContain('so nobody sees it');
  });

  it('has nothing in it that runs, whatever the page held', async () => {
    const draft = await article('/hostile.html');
    for (const { tag, attributes } of await elementsOf(draft.article)) {
      expect(isArticleTag(tag), tag).toBe(true);
      for (const [name, value] of attributes)
        expect(isArticleAttribute(name, value), `${name}="${value}"`).toBe(true);
    }
    expect(draft.article).not.toMatch(/javascript:|onerror|<script/i);
    expect(draft).toMatchObject({ canonical: null, lead: null });
    expect(draft.article).toContain('Nobody needs a mark');
  });

  it('is read past names that hide the document’s own', async () => {
    const draft = await article('/clobbering.html');
    expect(draft.title).toBe('Names that hide');
    expect(draft.article).toMatch(/A card at the door.*Three piles.*Nobody needs a mark/s);
  });

  it('is read out of broken markup', async () => {
    expect((await article('/broken.html')).article).toMatch(
      /A card at the door.*Three piles.*Nobody needs a mark/s,
    );
  });

  it('says which way it is written', async () => {
    const draft = await article('/arabic.html');
    expect(draft).toMatchObject({ language: 'ar', byline: 'منى الخطيب', title: 'بطاقات عند الباب' });
    const [outermost] = await elementsOf(draft.article);
    expect(outermost && attributeOf(outermost, 'dir')).toBe('rtl');
  });

  it('has its words counted where no spaces part them', async () => {
    expect((await article('/japanese.html')).words).toBeGreaterThan(100);
  });

  it('keeps its footnotes, under names of its own', async () => {
    const { article: markup } = await article('/footnotes.html');
    const elements = await elementsOf(markup);
    const links = elements
      .filter(({ tag }) => tag === 'a')
      .map((link) => [link.text, attributeOf(link, 'href')]);
    expect(links).toEqual([
      ['1', '#a-fn1'],
      ['elsewhere', at('/elsewhere#fn1')],
      ['nowhere', at('/footnotes.html#nowhere')],
      ['Back', '#a-ref1'],
      ['A lesson, filmed', 'https://www.youtube.com/embed/abc'],
    ]);
    expect(elements.map((element) => attributeOf(element, 'id')).filter(Boolean)).toEqual(
      expect.arrayContaining(['a-ref1', 'a-fn1']),
    );
  });

  it('is clipped from a page of 50,000 elements', async () => {
    const draft = await article('/many');
    expect(draft.words).toBeGreaterThan(150_000);
  });

  it('is shortened and cleaned to what the contract takes', async () => {
    const draft = await article('/odd-words.html');
    expect(Array.from(draft.title)).toHaveLength(200);
    expect(draft).toMatchObject({ byline: '', site: 'gro.elpmaxe', language: 'en-US' });
    expect(Array.from(draft.excerpt).length).toBeLessThanOrEqual(1_000);
  });
});

describe('what is no article', () => {
  it('becomes a link when there is no text', async () => {
    expect(await clip('/no-text.html')).toMatchObject({ form: 'link', reason: 'no-text', title: 'Sign in' });
  });
});

it('leaves the page as it was', async () => {
  await page.goto(at('/hostile.html'));
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await clipTab(page);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});
