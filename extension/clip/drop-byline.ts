import { cleanText } from '../../shared/contract/text.ts';

const by = /^(by|por|de|von|par)\b:?\s*/i;
/** A byline stands at the top; further down the name belongs to the text. */
const atTheTop = 12;

/** The byline is kept beside the text; as the first line of it, it would be read twice. */
export const dropByline = (body: Element, byline: string): void => {
  if (byline === '') return;
  const name = byline.replace(by, '').toLowerCase();
  const lines = [...body.querySelectorAll('p, div, address, span')].slice(0, atTheTop);
  const line = lines.find(
    ({ textContent }) => cleanText(textContent).replace(/\s+/g, ' ').replace(by, '').toLowerCase() === name,
  );
  line?.remove();
};
