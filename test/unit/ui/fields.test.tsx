// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Form } from '../../../shared/ui/Form.tsx';
import { RadioGroup } from '../../../shared/ui/RadioGroup.tsx';
import { TextArea } from '../../../shared/ui/TextArea.tsx';
import { TextField } from '../../../shared/ui/TextField.tsx';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const draw = (what: Parameters<typeof render>[0]) => act(() => render(what, root));
const find = (selector: string) => {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Nothing is ${selector}`);
  return found;
};
const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent);

const controls = [
  ['TextField', TextField, 'input'],
  ['TextArea', TextArea, 'textarea'],
] as const;

describe.each(controls)('%s', (_, Control, selector) => {
  const words = { label: 'Name', value: '', onInput: () => undefined };

  it('is called by its label', async () => {
    await draw(<Control {...words} />);
    expect(find('label').getAttribute('for')).toBe(find(selector).id);
    expect(find(selector).id).not.toBe('');
  });

  it('is neither wrong nor described when there is nothing to say', async () => {
    await draw(<Control {...words} />);
    expect(find(selector).hasAttribute('aria-invalid')).toBe(false);
    expect(find(selector).hasAttribute('aria-describedby')).toBe(false);
  });

  it('is described by its error first and its hint after it', async () => {
    await draw(<Control {...words} hint="As colleagues know you." error="Write something." />);
    expect(find(selector).getAttribute('aria-invalid')).toBe('true');
    expect(described(find(selector))).toEqual(['Write something.', 'As colleagues know you.']);
  });

  it('lets in more than the limit and says how much is too much, so that nothing typed is cut off', async () => {
    await draw(<Control {...words} value="👩🏽‍🏫abc" limit={5} />);
    expect(find(selector).hasAttribute('maxlength')).toBe(false);
    expect(find('[role=status]').textContent).toBe('2 characters too many');
  });

  it('is silent about its limit while there is room', async () => {
    await draw(<Control {...words} value="abc" limit={60} />);
    expect(root.querySelector('[role=status]')).toBeNull();
  });
});

describe('RadioGroup', () => {
  it('chooses nothing for anybody, and is described by its error', async () => {
    const choices = [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes' },
    ] as const;
    await draw(
      <RadioGroup label="Students?" error="Choose one." choices={choices} value={null} onChange={vi.fn()} />,
    );
    expect(root.querySelectorAll('input:checked')).toHaveLength(0);
    expect(described(find('fieldset'))).toEqual(['Choose one.']);
    expect(find('legend').textContent).toBe('Students?');
  });
});

describe('Form', () => {
  const fields = (error: string | undefined, failure: unknown) => (
    <Form onSubmit={() => undefined} failure={failure}>
      <TextField label="Title" value="kept" onInput={() => undefined} />
      <TextField label="Tag" value="kept too" onInput={() => undefined} error={error} />
    </Form>
  );

  it('moves the focus to the first field that is wrong, once for each failure', async () => {
    await draw(fields(undefined, null));
    await draw(fields('Shorten it.', new Error('first')));
    const wrong = find('[aria-invalid]');
    expect(document.activeElement).toBe(wrong);
    wrong.blur();
    await draw(fields('Shorten it.', new Error('second')));
    expect(document.activeElement).toBe(wrong);
  });

  it('keeps what was typed when something is wrong', async () => {
    await draw(fields('Shorten it.', new Error('first')));
    expect([...root.querySelectorAll('input')].map(({ value }) => value)).toEqual(['kept', 'kept too']);
  });

  it('is sent by script alone: the browser neither leaves the page nor shows bubbles', async () => {
    const onSubmit = vi.fn();
    await draw(
      <Form onSubmit={onSubmit} failure={null}>
        {null}
      </Form>,
    );
    const event = new Event('submit', { cancelable: true, bubbles: true });
    find('form').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(find('form').hasAttribute('novalidate')).toBe(true);
  });
});
