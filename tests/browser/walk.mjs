// Loads every page of a book in a browser and lists what is wrong: at a desk, on a phone, and without JavaScript.
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { reader, settled } from './chromium.mjs';
import { serve } from './server.mjs';
import { survey } from './survey.mjs';

/** What holds for every page: the name of each rule, and what it demands. */
export const RULES = {
  'broken-link': 'every link, picture, script and style sheet is there',
  'missing-anchor': 'every link to a place in a page finds it, without JavaScript too',
  'odd-address': 'every address is on the web, in the book, or for mail',
  'console-error': 'no page writes an error to the console, and no script throws',
  'foreign-request': 'no page asks another host for anything',
  'title': 'every page has one title, and no other page has it',
  'description': 'every page has one description, and no other page has it',
  'heading': 'every page has one heading of the first level that can be seen',
  'sideways': 'no page is wider than its window; only tables and code scroll',
  'no-script': 'every page has its text without JavaScript',
};

/** How a page is read; `is` says which. */
const READERS = [
  { is: 'desk', width: 1280 },
  { is: 'phone', width: 360 },
  { is: 'plain', width: 1280, more: { javaScriptEnabled: false } },
];

/** Pages loaded at a time. */
const AT_A_TIME = 3;

/** No text is shorter than this, not even that of the page for addresses that do not exist. */
const LEAST_TEXT = 40;

/** Walks through the book in `folder`: `{ pages, findings }`, each finding `{ rule, page, text }`. */
export async function walk(browser, folder) {
  const server = await serve(folder);
  try {
    const files = await pagesOf(folder);
    const findings = [];
    const seen = new Map(files.map((file) => [file, {}]));
    for (const kind of READERS) await read(browser, server.origin, kind, seen, findings);
    findings.push(...(await judgeLinks(seen, server.origin)), ...judgeHeads(seen), ...judgeTexts(seen));
    return { pages: files, findings };
  } finally {
    await server.stop();
  }
}

/** Every HTML file below `folder`, as addresses, sorted; but for `files/`, which holds pieces of pages to take away. */
export async function pagesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile() && it.name.endsWith('.html'));
  const addresses = files.map((it) => relative(folder, join(it.parentPath ?? it.path, it.name)).replaceAll(sep, '/'));
  return addresses.filter((it) => !it.startsWith('files/')).sort();
}

/** Loads every page as one kind of reader, several at a time; fills `seen` and `findings`. */
async function read(browser, origin, kind, seen, findings) {
  const context = await reader(browser, kind.width, 'light', kind.more);
  const waiting = [...seen.keys()];
  const worker = async () => {
    const page = await context.newPage();
    const address = () => page.url().slice(origin.length + 1);
    listen(page, origin, (rule, text) => findings.push({ rule, page: `${address()} (${kind.is})`, text }));
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await page.goto(`${origin}/${next}`);
      await settled(page);
      seen.get(next)[kind.is] = await page.evaluate(survey);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, seen.size) }, worker));
  await context.close();
}

/** Reports what a page does wrong while it loads. */
function listen(page, origin, report) {
  page.on('console', (message) => {
    if (message.type() === 'error') report('console-error', message.text());
  });
  page.on('pageerror', (error) => report('console-error', error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) report('foreign-request', url.href);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) report('broken-link', `${response.status()} for ${response.url().slice(origin.length)}`);
  });
}

async function judgeLinks(seen, origin) {
  const findings = [];
  const statuses = new Map();
  const status = async (address) => {
    if (!statuses.has(address)) statuses.set(address, (await fetch(origin + address, { method: 'HEAD' })).status);
    return statuses.get(address);
  };
  for (const [page, { desk, plain }] of seen) {
    const links = new Map([...desk.links, ...plain.links].map((link) => [link.written, link.whole]));
    for (const [written, whole] of links) {
      const report = (rule) => findings.push({ rule, page, text: `\`${written}\`` });
      const url = whole === undefined ? undefined : new URL(whole);
      if (url === undefined || !['http:', 'https:', 'mailto:', 'data:'].includes(url.protocol)) report('odd-address');
      else if (url.origin === origin) {
        if ((await status(url.pathname)) !== 200) report('broken-link');
        else if (url.hash !== '' && !isBased(page, written) && !hasAnchor(seen, url)) report('missing-anchor');
      }
    }
  }
  return findings;
}

/**
 * Whether a link to a place in its own page leads to the first page instead: mdBook's page for addresses that do not exist
 * has a `<base>`, which its headings' links to themselves forget.
 */
function isBased(page, written) {
  return page === '404.html' && written.startsWith('#');
}

/** Whether the page that `url` names has the place that it names. */
function hasAnchor(seen, url) {
  const address = decodeURIComponent(url.pathname.slice(1));
  const target = seen.get(address === '' || address.endsWith('/') ? `${address}index.html` : address);
  return target?.plain.ids.includes(decodeURIComponent(url.hash.slice(1))) ?? false;
}

function judgeHeads(seen) {
  const findings = [];
  const owners = { titles: new Map(), descriptions: new Map() };
  for (const [page, { desk }] of seen) {
    if (!desk.isPage) continue;
    for (const [rule, field] of [['title', 'titles'], ['description', 'descriptions']]) {
      const values = desk[field];
      const report = (text) => findings.push({ rule, page, text });
      if (values.length !== 1 || values[0] === '') {
        report(`${values.length} of them: ${JSON.stringify(values)}`);
        continue;
      }
      const owner = owners[field].get(values[0]);
      // The first chapter is written twice; both copies say which of them counts.
      const twin = owner !== undefined && desk.canonicals.length === 1 && desk.canonicals[0] === owner.canonical;
      if (owner === undefined) owners[field].set(values[0], { page, canonical: desk.canonicals[0] });
      else if (!twin) report(`the same as of ${owner.page}: ${JSON.stringify(values[0])}`);
    }
  }
  return findings;
}

function judgeTexts(seen) {
  const findings = [];
  for (const [page, { desk, phone, plain }] of seen) {
    if (!desk.isPage) continue;
    const report = (rule, text) => findings.push({ rule, page, text });
    if (desk.headings.length !== 1) report('heading', `${desk.headings.length} of them: ${JSON.stringify(desk.headings)}`);
    for (const text of desk.wide) report('sideways', `at a desk, ${text}`);
    for (const text of phone.wide) report('sideways', `on a phone, ${text}`);
    if (plain.text.length < LEAST_TEXT) report('no-script', `${plain.text.length} characters: ${JSON.stringify(plain.text)}`);
  }
  return findings;
}
