// Pictures of pages for a person to look at: `node tests/browser/shots.mjs FOLDER page.html …`
// writes each page of dist/book at both widths, light and dark, whole. BOOK=PATH takes another book.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { BOOK } from './book.mjs';
import { launch, reader, settled, THEMES, WIDTHS } from './chromium.mjs';
import { serve } from './server.mjs';

const [folder, ...pages] = process.argv.slice(2);
if (folder === undefined || pages.length === 0) {
  console.error('usage: node tests/browser/shots.mjs FOLDER page.html …');
  process.exit(2);
}

const server = await serve(BOOK);
const browser = await launch();
try {
  await mkdir(folder, { recursive: true });
  for (const width of WIDTHS) {
    for (const theme of Object.keys(THEMES)) await shoot(width, theme);
  }
} finally {
  await browser.close();
  await server.stop();
}

async function shoot(width, theme) {
  const context = await reader(browser, width, theme);
  const page = await context.newPage();
  for (const address of pages) {
    const answer = await page.goto(`${server.origin}/${address}`);
    if (!answer.ok()) console.error(`${address}: ${answer.status()}`);
    await settled(page);
    const name = `${address.replace(/\.html$/, '').replaceAll('/', '-')}-${width}-${theme}.png`;
    await page.screenshot({ path: join(folder, name), fullPage: true });
    console.log(join(folder, name));
  }
  await context.close();
}
