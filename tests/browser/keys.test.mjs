// What the arrow keys do, and what a link into something folded does, in the built book.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { BOOK } from './book.mjs';
import { launch, reader, settled } from './chromium.mjs';
import { serve } from './server.mjs';

let browser, server;
before(async () => {
  browser = await launch();
  server = await serve(BOOK);
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** Opens a page of the book on a phone, does something with it, and closes it. */
async function on(address, act) {
  const context = await reader(browser, 360, 'light');
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/${address}`);
    await settled(page);
    await act(page);
  } finally {
    await context.close();
  }
}

const name = (page) => new URL(page.url()).pathname.slice(1);

describe('the arrow keys', () => {
  it('turn the page', () => on('tables/feature-comparison.html', async (page) => {
    await page.locator('main').click({ position: { x: 2, y: 2 } });
    const left = page.waitForURL((url) => !url.pathname.endsWith('/feature-comparison.html'));
    await page.keyboard.press('ArrowRight');
    await left;
  }));

  it('move a table that scrolls, and the page stays', () => on('tables/feature-comparison.html', async (page) => {
    const scroller = page.locator('.table-scroll');
    await scroller.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.table-scroll').scrollLeft > 0);
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => document.querySelector('.table-scroll').scrollLeft === 0);
    assert.equal(name(page), 'tables/feature-comparison.html');
  }));

  it('stay on the page when a button has the focus', () => on('index.html', async (page) => {
    await page.evaluate(() => {
      window.heard = [];
      document.addEventListener('keydown', (event) => window.heard.push(event.key));
    });
    await page.locator('#mdbook-theme-toggle').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift');
    // The script that turns the page listens where this listens: other keys are heard, the arrow is not.
    assert.deepEqual(await page.evaluate(() => window.heard), ['Shift']);
  }));
});

describe('a link into folded sources', () => {
  for (const address of ['index.html', 'tables/feature-comparison.html']) {
    it(`unfolds them in ${address}`, () => on(address, async (page) => {
      const folded = page.locator('.table-sources');
      assert.equal(await folded.getAttribute('open'), null);
      const number = page.locator('.cite a').first();
      const note = page.locator(await number.getAttribute('href'));
      assert.equal(await note.isVisible(), false);
      await number.click();
      await note.waitFor({ state: 'visible' });
      assert.notEqual(await folded.getAttribute('open'), null);
    }));
  }

  it('unfolds them when the address names one', () => on('workloads.html', async (page) => {
    const rows = page.locator('details.more tr[id]');
    const id = await rows.first().getAttribute('id');
    await page.goto(`${server.origin}/facts.html`);
    await page.goto(`${server.origin}/workloads.html#${id}`);
    await page.locator(`#${id}`).waitFor({ state: 'visible' });
  }));
});
