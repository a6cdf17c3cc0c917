/** Runs, where anything of it runs, by setting a property that a test looks for. */
const run = 'window.ranHostile=(window.ranHostile||0)+1';

/** Each is a name, title, tag or line that the contract takes: it is text, and must stay text. */
export const hostileLines = [
  `<img src=x onerror="${run}">`,
  `"><svg onload=${run}>`,
  `'-${run}-'`,
  `\${${run}}{{${run}}}`,
  `</title><script>${run}</script>`,
].map((line) => line.slice(0, 60));

export const longLine = 'Donaudampfschifffahrtsgesellschaft'.repeat(5);

/** What the Worker would refuse; put past it here, as if a hole in it had let it in. The last three swallow what follows. */
export const hostileArticle = `
<h2 id="a-x" onclick="${run}">What remains readable</h2>
<script>${run}</script><script src="https://evil.test/x.js"></script>
<img src="https://evil.test/x.png" onerror="${run}"><img src=x onerror=${run}>
<svg><script>${run}</script><animate onbegin=${run} attributeName=x dur=1s></svg>
<iframe srcdoc="<script>parent.${run}</script>"></iframe><iframe src="javascript:parent.${run}"></iframe>
<a href="javascript:${run}">one</a> <a href="java&#9;script:${run}">two</a> <a href="&#x1;javascript:${run}">three</a>
<a href="data:text/html,<script>${run}</script>">four</a>
<form action="https://evil.test/"><input autofocus onfocus=${run}><button formaction="javascript:${run}">go</button></form>
<style>@import "https://evil.test/x.css"; body{background:url(https://evil.test/b.png)}</style>
<p style="background:url(https://evil.test/p.png)">styled</p>
<link rel="stylesheet" href="https://evil.test/l.css"><meta http-equiv="refresh" content="0;url=https://evil.test/">
<base href="https://evil.test/"><object data="https://evil.test/o"></object><embed src="https://evil.test/e">
<video src="https://evil.test/v.mp4" onerror=${run}></video><details open ontoggle=${run}><summary>more</summary></details>
<div id="app">clobbered</div><img name="getElementById"><form name="body"><input name="firstChild"></form>
<template><img src=x onerror=${run}></template><xmp><img src=x onerror=${run}></xmp>
<p>The end is here.</p>
<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;"></table></mtext></math>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}></form>`;
