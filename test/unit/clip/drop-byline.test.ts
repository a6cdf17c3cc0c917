// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { dropByline } from '../../../extension/clip/drop-byline.ts';

const left = (markup: string, byline: string): string => {
  const body = document.createElement('div');
  body.innerHTML = markup;
  dropByline(body, byline);
  return body.innerHTML;
};

it.each(['<p>Maya Okafor</p>', '<p> By  Maya Okafor </p>', '<div>Por Maya Okafor</div>'])(
  'takes %s away, which stands beside the text already',
  (line) =>
    expect(left(`${line}<p>Exit tickets are old.</p>`, 'Maya Okafor')).toBe('<p>Exit tickets are old.</p>'),
);

it('leaves a sentence with the name in it, and everything where there is no byline', () => {
  const text = '<p>Maya Okafor stopped grading them.</p><p>By ten.</p>';
  expect(left(text, 'Maya Okafor')).toBe(text);
  expect(left(text, '')).toBe(text);
});
