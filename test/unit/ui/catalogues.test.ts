import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../shared/messages', import.meta.url));
const areas = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/paraglide|project/.test(entry.name))
  .map(({ name }) => name);

type Message = string | { declarations: string[]; selectors: string[]; match: Record<string, string> }[];
type Catalogue = Record<string, Message>;

const read = (area: string, locale: string): Catalogue =>
  JSON.parse(readFileSync(`${folder}/${area}/${locale}.json`, 'utf8'));
const textsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));
const parametersOf = (message: Message): string[] =>
  [...new Set(textsOf(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

describe.each(areas)('%s', (area) => {
  const en = read(area, 'en');
  const es = read(area, 'es');

  it('says the same things in both languages', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  });

  it('begins every key with its area, so that no two areas meet', () => {
    expect(Object.keys(en).filter((key) => !key.startsWith(`${area}_`))).toEqual([]);
  });

  it('leaves nothing empty', () => {
    const all = Object.entries({
      ...en,
      ...Object.fromEntries(Object.entries(es).map(([k, v]) => [`es ${k}`, v])),
    });
    expect(all.filter(([, message]) => textsOf(message).some((text) => text.trim() === ''))).toEqual([]);
  });

  it('fills the same holes in both languages', () => {
    const differing = Object.keys(en).filter(
      (key) => parametersOf(en[key] ?? '').join() !== parametersOf(es[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('has words for every number: Spanish has a third form, for millions', () => {
    const withoutRest = Object.entries({ ...en, ...es }).filter(
      ([, message]) =>
        typeof message !== 'string' &&
        message.some(({ match }) => !Object.keys(match).some((when) => /=\*$|=other$/.test(when))),
    );
    expect(withoutRest).toEqual([]);
  });
});
