// Validity and accessibility of the built book, as others judge it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { BOOK } from './book.mjs';
import { launch } from './chromium.mjs';
import { inspect, oneOfEach, validate } from './judges.mjs';
import { withBook } from './planted.mjs';
import { none } from './report.mjs';
import { pagesOf } from './walk.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

describe('the book', () => {
  let pages;
  before(async () => { pages = await pagesOf(BOOK); });

  it('is valid HTML', async () => none(await validate(BOOK, pages)));

  it('breaks no rule of axe on one page of each kind, light and dark, at a desk and on a phone', async () => {
    const some = oneOfEach(pages);
    assert.ok(some.length >= 10, `${some.length} kinds of pages: ${some.join(', ')}`);
    none(await inspect(browser, BOOK, some));
  });
});

describe('the judges', () => {
  it('find nothing in a sound book', () => withBook(undefined, async (folder) => {
    none(await validate(folder, ['index.html']));
    none(await inspect(browser, folder, ['index.html']));
  }));

  it('see an id that stands twice', () => {
    return withBook({ from: '<p id="top">', to: '<p id="top"></p><p id="top">' }, async (folder) => {
      assert.deepEqual((await validate(folder, ['index.html'])).map((it) => it.rule), ['no-dup-id']);
    });
  });

  it('see a picture without words', () => {
    return withBook({ from: '<p id="top">', to: '<img src="data:,"><p id="top">' }, async (folder) => {
      const found = await inspect(browser, folder, ['index.html']);
      // Once for each theme and width.
      assert.deepEqual(found.map((it) => it.rule), Array(4).fill('image-alt'));
    });
  });

  it('see grey on grey in the theme that has it', () => {
    const style = '<style>html { background: #fff } @media (prefers-color-scheme: dark) { p { color: #ddd } }</style><p id="top">';
    return withBook({ from: '<p id="top">', to: style }, async (folder) => {
      const found = await inspect(browser, folder, ['index.html']);
      assert.deepEqual(found.map((it) => `${it.rule} ${it.page}`), [
        'color-contrast index.html (dark, 1280 px)',
        'color-contrast index.html (dark, 360 px)',
      ]);
    });
  });
});
