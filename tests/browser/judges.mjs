// Foreign judges of the pages: html-validate reads all of them, axe looks at some in each theme and width.
// Both judge what is inside <main>: the frame around it is mdBook's own.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { HtmlValidate, StaticConfigLoader } from 'html-validate';

import { reader, settled, THEMES, WIDTHS } from './chromium.mjs';
import { serve } from './server.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const VALIDATOR = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));

/** What html-validate finds on `pages` of the book in `folder`: `{ rule, page, text }`. */
export async function validate(folder, pages) {
  const findings = [];
  for (const page of pages) {
    const html = await readFile(join(folder, page), 'utf8');
    const [start, end] = [html.search(/<main\b/), html.lastIndexOf('</main>')];
    const report = await VALIDATOR.validateString(html, page);
    const messages = report.results.flatMap((result) => result.messages);
    for (const { ruleId, message, offset, line } of messages) {
      if (offset >= start && offset < end) findings.push({ rule: ruleId, page: `${page}:${line}`, text: message });
    }
  }
  return findings;
}

/** What axe finds on `pages` of the book in `folder`, in each theme and width. */
export async function inspect(browser, folder, pages) {
  const server = await serve(folder);
  const findings = [];
  try {
    for (const width of WIDTHS) {
      const themes = Object.keys(THEMES).map((theme) => inspectAs(browser, server.origin, pages, width, theme));
      findings.push(...(await Promise.all(themes)).flat());
    }
  } finally {
    await server.stop();
  }
  return findings;
}

async function inspectAs(browser, origin, pages, width, theme) {
  const context = await reader(browser, width, theme);
  const page = await context.newPage();
  const findings = [];
  for (const address of pages) {
    await page.goto(`${origin}/${address}`);
    await settled(page);
    // A page of mdBook's that has scripts wears its theme; without it, the other theme would be judged twice.
    const wears = await page.evaluate((name) => {
      const classes = document.documentElement.classList;
      return !classes.contains('js') || classes.contains(name);
    }, THEMES[theme]);
    if (!wears) findings.push({ rule: 'theme', page: address, text: `does not take the theme ${THEMES[theme]}` });
    await page.addScriptTag({ path: AXE });
    const violations = await page.evaluate(async () => (await axe.run('main', { resultTypes: ['violations'] })).violations);
    for (const { id, help, nodes } of violations) {
      const text = `${help}: ${nodes.length} times, first ${nodes[0].html} (${nodes[0].failureSummary?.replace(/\s+/g, ' ')})`;
      findings.push({ rule: id, page: `${address} (${theme}, ${width} px)`, text });
    }
  }
  await context.close();
  return findings;
}

/** The pages beside the first one, and the first of every folder: one of each kind. */
export function oneOfEach(pages) {
  const firsts = new Map();
  // The frame with the contents is no page of its own.
  for (const page of pages.filter((it) => it !== 'toc.html')) {
    const kind = page.includes('/') ? page.slice(0, page.lastIndexOf('/')) : page;
    if (!firsts.has(kind)) firsts.set(kind, page);
  }
  return [...firsts.values()];
}
