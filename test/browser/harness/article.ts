const paragraph = (about: string) =>
  `<p>${about} A card at the door takes two minutes, and it tells the teacher what to begin with tomorrow. Write one
  question that cannot be answered with a yes, hand out the cards before the bell, and read them before the coffee is
  cold. Three piles are enough: has it, nearly has it, not yet.</p>`;

/** A page as a news site has them: an article between a menu, a teaser list and a script. */
export const articlePage = (title: string, extra = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} | The Staffroom</title>
<meta property="og:site_name" content="The Staffroom"><meta name="author" content="Maya Okafor">
<meta property="og:image" content="/lead.jpg"><meta name="description" content="Two minutes at the door.">
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<main><article><h1>${title}</h1><p class="byline">By Maya Okafor</p>
${['Exit tickets are old.', 'They are also cheap.', 'What matters is the question.', 'Reading them is the work.', 'Then change one thing.'].map(paragraph).join('\n')}
<h2>What to do on Monday</h2><ul><li>One question</li><li>Three piles</li></ul>
<blockquote><p>I stopped grading them, and started reading them.</p></blockquote>
${extra}</article></main>
<aside><h3>More</h3><a href="/a">Ten apps you need</a></aside><footer>All rights reserved</footer></body></html>`;
