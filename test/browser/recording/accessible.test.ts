import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import record from '../../../shared/messages/record/en.json' with { type: 'json' };
import grabar from '../../../shared/messages/record/es.json' with { type: 'json' };
import { fill, has, press, see } from '../harness/hands.ts';
import { found, type Look, looks, openIn, sideways } from '../harness/look.ts';
import { openRecorderSite, type RecorderSite } from './recorder-site.ts';
import { seconds } from './studio.ts';

const catalogues = { en: record, es: grabar };

let site: RecorderSite;
let page: Page;

beforeAll(async () => {
  site = await openRecorderSite();
});
afterAll(() => site?.close());

const open = async (look: Look) => {
  page = await site.browser.newPage();
  await openIn(page, `${site.group}/record`, look);
  await has(page, 'button', catalogues[look.language].record_start);
};
const expectNothingFound = async (where: string) => {
  expect(await found(page), where).toEqual([]);
  expect(await sideways(page), where).toBe(0);
};
const switchOn = async (label: string) => {
  const box = page.locator(`::-p-aria([name="${label}"][role="checkbox"])`);
  if (!(await box.map((input) => (input as HTMLInputElement).checked).wait())) await box.click();
};

describe.each(looks)('on $name', (look) => {
  const m = catalogues[look.language];

  it('axe finds nothing, and nothing beside the page, from the studio to published', async () => {
    await open(look);
    await page.locator('main details > summary').click();
    await switchOn(m.record_help_teleprompter);
    await fill(page, m.record_text_own, 'Three questions, on a sticky note. '.repeat(30));
    await expectNothingFound('before the take');
    await press(page, m.record_start);
    await has(page, 'button', m.record_now);
    await expectNothingFound('while it counts down');
    await press(page, m.record_now);
    await has(page, 'button', m.record_pause);
    await seconds(1.3);
    await expectNothingFound('while it records');
    await press(page, m.record_pause);
    await see(page, m.record_paused);
    await expectNothingFound('while it is paused');
    await press(page, m.record_stop);
    await has(page, 'textbox', m.record_name);
    await expectNothingFound('in the review');
    await page.reload();
    await press(page, m.record_found_watch);
    await page.locator('main video[preload="auto"]').wait();
    await expectNothingFound('with what was found');
    await press(page, m.record_found_review);
    await fill(page, m.record_name, 'Exit tickets');
    await fill(page, m.record_strategy, 'Exit tickets', 'combobox');
    await press(page, m.record_students_no, 'radio');
    await press(page, m.record_publish);
    await has(page, 'link', m.record_to_demo);
    await expectNothingFound('when it is published');
    await page.close();
  });
});
