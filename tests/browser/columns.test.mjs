// What stands below what at a desk, on every page that has pros and cons side by side, or answers with and without a mark.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { BOOK } from './book.mjs';
import { launch, reader, settled } from './chromium.mjs';
import { serve } from './server.mjs';

let browser, context, server;
before(async () => {
  browser = await launch();
  server = await serve(BOOK);
  context = await reader(browser, 1280, 'light');
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** What `look` sees on a page of the book. */
async function on(address, look) {
  const page = await context.newPage();
  await page.goto(`${server.origin}/${address}`);
  await settled(page);
  const seen = await page.evaluate(look);
  await page.close();
  return seen;
}

/** Of each ledger the left edges of its visible headings and of what is for and against. */
function edges() {
  const left = (all) => [...new Set([...all].filter((it) => it.checkVisibility()).map((it) => Math.round(it.getBoundingClientRect().x)))];
  return [...document.querySelectorAll('.ledgers')].map((it) => ({
    headings: left(it.querySelectorAll('.ledger-head p')),
    sides: left(it.querySelectorAll('.ledger > .side')).sort((a, b) => a - b),
  }));
}

describe('at a desk', () => {
  // The first has ledgers with two sides, the others one of which all is for or against.
  for (const page of ['pros-and-cons.html', 'dimensions/sustainability.html', 'dimensions/cost-egress.html']) {
    it(`headings stand above their sides: ${page}`, async () => {
      const ledgers = await on(page, edges);
      assert.ok(ledgers.length > 0);
      for (const { headings, sides } of ledgers) assert.deepEqual(headings, sides);
    });
  }

  it('answers stand below each other, with a mark and without', async () => {
    const lefts = await on('options/containers.html', () => {
      const values = [...document.querySelectorAll('.answer-line.marked > .answer-value')];
      return values.map((it) => Math.round(it.getBoundingClientRect().x));
    });
    assert.ok(lefts.length > 1);
    assert.equal(new Set(lefts).size, 1, `${lefts}`);
  });
});
