// A small sound book, and copies of it with one fault each: a check that does not see the fault checks nothing.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const TEXT = 'A paragraph that is long enough to be the text of a page.';

const page = (name, body) => `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${name} – Sound</title>
  <meta name="description" content="What there is to say of the ${name}.">
  <meta name="viewport" content="width=device-width">
  <link rel="icon" href="data:,">
</head>
<body>
  <main>
    <h1>${name}</h1>
    ${body}
  </main>
</body>
</html>
`;

/** A book of two pages without a fault: address and text. */
const SOUND = {
  'index.html': page('Start', `<p id="top">${TEXT} See <a href="part/end.html#last">the last word</a>.</p>`),
  'part/end.html': page('End', `<p id="last">${TEXT} Back to <a href="../index.html#top">the start</a>.</p>`),
};

/** Copies of it: the rule that is broken, and what stands for what in `index.html`. */
export const FAULTS = [
  { rule: 'broken-link', from: 'end.html#last', to: 'gone.html' },
  { rule: 'broken-link', from: '<p id="top">', to: '<img src="gone.png" alt="Gone"><p id="top">' },
  { rule: 'missing-anchor', from: '#last', to: '#lost' },
  {
    rule: 'missing-anchor',
    from: 'href="part/end.html#last">',
    to: 'href="#made">',
    script: "document.querySelector('h1').id = 'made'",
  },
  { rule: 'odd-address', from: 'part/end.html#last', to: 'javascript:void(0)' },
  { rule: 'console-error', script: "console.error('wrong')" },
  { rule: 'console-error', script: 'undefinedFunction()' },
  { rule: 'foreign-request', from: '<p id="top">', to: '<img src="http://other.invalid/x.png" alt="X"><p id="top">' },
  { rule: 'title', from: '<title>Start – Sound</title>', to: '' },
  { rule: 'title', from: '<title>Start', to: '<title>End' },
  { rule: 'title', from: '<meta charset', to: '<title>Another</title><meta charset' },
  { rule: 'description', from: 'name="description"', to: 'name="summary"' },
  { rule: 'description', from: 'of the Start', to: 'of the End' },
  { rule: 'heading', from: '<p id="top">', to: '<h1>Another</h1><p id="top">' },
  { rule: 'heading', from: '<h1>', to: '<h1 hidden>' },
  { rule: 'sideways', from: '<p id="top">', to: '<p id="top" style="width: 400px">' },
  { rule: 'sideways', from: '<p id="top">', to: '<p id="top" style="width: 2000px">' },
  { rule: 'sideways', from: '<main>', to: '<main style="overflow-y: auto"><div style="width: 500px">x</div>' },
  { rule: 'no-script', from: '<p id="top">', to: '<p id="top" hidden>', script: 'top.hidden = false' },
];

/** Writes the sound book, or a copy with `fault`, into a folder of its own, and calls `use` with it. */
export async function withBook(fault, use) {
  const folder = await mkdtemp(join(tmpdir(), 'tradeoff-book-'));
  try {
    for (const [address, text] of Object.entries(SOUND)) {
      const file = join(folder, address);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, fault !== undefined && address === 'index.html' ? spoiled(text, fault) : text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function spoiled(text, { from = '', to = '', script }) {
  if (!text.includes(from)) throw new Error(`the sound page has no ${from}`);
  const code = script === undefined ? '' : `<script>${script}</script>`;
  return text.replace(from, to).replace('</body>', `${code}</body>`);
}
