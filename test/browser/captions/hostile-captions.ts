const cue = (text: string) => `WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n${text}\n`;
const after = (block: string) => `WEBVTT\n\n${block}\n\n00:00:00.000 --> 00:00:02.000\nwords\n`;

/** Files that try to run something, ask for something, or lie over the page; none is one that the Worker takes. */
export const hostileCaptions: Readonly<Record<string, string | Uint8Array>> = {
  'script tags': cue('<script>ran("script")</script><script src="https://evil.test/s.js"></script>'),
  'event handlers': cue('<img src=x onerror=ran("img")><b onclick=ran("b")>x</b><svg onload=ran("svg")>'),
  'entities of tags': cue(
    '&lt;img src=x onerror=ran("entity")&gt; &#60;script&#62;ran("number")&#60;/script&#62;',
  ),
  'styles with addresses': after(
    'STYLE\n::cue { background: url(https://evil.test/style.png); font-size: 900% }\n@import "https://evil.test/i.css";',
  ),
  'styles in tags': cue('<c.x style="background:url(https://evil.test/c.png)">x</c>'),
  'a note with an arrow': after('NOTE x --> y\n00:00:00.000 --> 00:00:01.000\n<script>ran("note")</script>'),
  'settings that cover the picture': cue('x').replace(
    '02.000',
    '02.000 line:0 position:0% size:100% align:start',
  ),
  regions: after('REGION\nid:all\nwidth:100%\nlines:99'),
  'null bytes': cue('<scr\0ipt>ran("null")</scr\0ipt>\0'),
  'letters turned round': cue('\u202e\u2066gnp.txt\u2069'),
  'a page':
    '<!doctype html><script>ran("page")</script><meta http-equiv=refresh content="0;url=https://evil.test">',
  'a million lines': `WEBVTT\n${'\n00:00:00.000 --> 00:00:02.000\nx\n'.repeat(100_000)}`,
  'one endless line': cue('x'.repeat(3_000_000)),
  'arrows and brackets without end': cue('<'.repeat(50_000) + '-->'.repeat(20_000)),
  'bytes that are no text': Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256),
};
