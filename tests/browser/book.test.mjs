// The built book in a real browser: one walk through all pages, and one test for each rule.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { BOOK } from './book.mjs';
import { launch } from './chromium.mjs';
import { FAULTS, withBook } from './planted.mjs';
import { none } from './report.mjs';
import { RULES, walk } from './walk.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

describe('the book', () => {
  let pages, findings;
  before(async () => { ({ pages, findings } = await walk(browser, BOOK)); });

  it('has more than a hundred pages', () => assert.ok(pages.length > 100, `${pages.length} pages`));

  for (const [rule, demand] of Object.entries(RULES)) {
    it(demand, () => none(findings.filter((finding) => finding.rule === rule)));
  }
});

describe('the walk', { concurrency: 3 }, () => {
  it('finds nothing in a sound book', async () => {
    await withBook(undefined, async (folder) => {
      const { pages, findings } = await walk(browser, folder);
      assert.deepEqual(pages, ['index.html', 'part/end.html']);
      none(findings);
    });
  });

  for (const fault of FAULTS) {
    const what = [fault.to, fault.script].filter((it) => it !== undefined).join(' ') || 'nothing';
    it(`sees ${fault.rule}: ${what}`, async () => {
      const { findings } = await withBook(fault, (folder) => walk(browser, folder));
      const rules = findings.map((finding) => finding.rule);
      assert.ok(rules.includes(fault.rule), `found instead: ${rules}`);
    });
  }

  it('has a fault for every rule', () => {
    assert.deepEqual(new Set(FAULTS.map((fault) => fault.rule)), new Set(Object.keys(RULES)));
  });
});
