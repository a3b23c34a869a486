// The page for a case of one's own, in a real browser: its text is the program's for the record that it saves, sign by sign.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { BOOK } from './book.mjs';
import { launch, reader, settled } from './chromium.mjs';
import { run, told } from './engine.mjs';
import { inspect } from './judges.mjs';
import { dice } from './problems.mjs';
import { none } from './report.mjs';
import { serve } from './server.mjs';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const SCRIPT = fileURLToPath(new URL('../../book/src/your-case.js', import.meta.url));
const SECTIONS = ['verdict', 'ruled-out', 'why', 'change', 'costs'];
const DAY = '2026-11-26';
const STATE = 'n=cold-start:2,monthly-cost:1&q=duration-ms:120,requests:5000000';
/** A workload that meets a limit with ways around it. */
const LONG = 'n=monthly-cost:1&q=duration-ms:1200000,requests:1000';

let browser, server, context, page;
before(async () => {
  browser = await launch();
  server = await serve(BOOK);
  context = await reader(browser, 1280, 'light');
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  page = await context.newPage();
  await page.clock.setFixedTime(new Date(`${DAY}T12:00:00`));
});
after(async () => {
  await browser.close();
  await server.stop();
});

async function open(query = '', on = page) {
  await on.goto(`${server.origin}/your-case.html${query && '?'}${query}`);
  await settled(on);
}

/** The lines of each section that can be seen. */
const shown = () => page.evaluate((sections) => sections.map((id) => {
  const element = document.querySelector(`[data-play="${id}"]`);
  return element.closest('[hidden]') ? [] : [...element.children].map((line) => line.textContent);
}), SECTIONS);
const record = () => page.locator('[data-own=text]').inputValue();
const search = () => page.evaluate(() => location.search.slice(1));
const control = (list, id) => page.locator(`[data-own-list="${list}"][data-id="${id}"]`);
const notes = () => page.locator('[data-own=told] li').allTextContents();

describe('the verdict of a case', () => {
  const copy = mkdtempSync(join(tmpdir(), 'tradeoff-own-case-'));
  before(() => cpSync(DATA, join(copy, 'data'), { recursive: true }));
  after(() => rmSync(copy, { recursive: true, force: true }));

  /** What the program says of a record, section by section, without the reasons that only a person has. */
  function said(text) {
    writeFileSync(join(copy, 'data/use-cases/my-case.toml'), text);
    const headings = ['Verdict', 'Who is ruled out', 'Why', 'What would change it', 'Costs'];
    const sections = told('my-case', '', copy);
    return headings.map((heading) => (sections.find((it) => it.heading.split(':')[0] === heading)?.lines ?? [])
      .map((line) => line.replace(/, because TODO: why [^:]*? matters\): /, '): '))
      // These are computed for records alone: where the workload turns, and, at the end of the costs, other products.
      .filter((line) => !/^[^:]+: (above|below) about /.test(line))
      .filter((_, at, all) => !all.slice(0, at + 1).some((line) => line.includes(', another product: '))));
  }

  for (let seed = 1; seed <= 5; seed++) {
    it(`is that of the record which is saved, for random needs and amounts (${seed})`, async () => {
      const die = dice(seed);
      await open();
      const fields = await page.locator('[data-own-list]').evaluateAll((all) => all.map(({ dataset, min, max }) => (
        { list: dataset.ownList, id: dataset.id, least: +min || 0, most: +max || Infinity })));
      const needs = fields.filter((it) => it.list === 'n' && die.chance(25)).slice(0, 8);
      for (const { id } of needs) await control('n', id).selectOption(`${die.whole(1, 6)}`);
      for (const { id, least, most } of fields.filter((it) => it.list === 'q' && die.chance(50))) {
        const amount = die.pick([0, 1, 2.5, 12, 120, 4000, 90000, 3600000, 1.25e7]);
        await control('q', id).fill(`${Math.min(Math.max(amount, least), most)}`);
      }
      const ways = page.locator('[data-own-way]:visible input');
      if (await ways.count() > 0) await ways.first().check();
      const [verdict, ...rest] = await shown();
      const [told, ...others] = said(await record());
      assert.ok(needs.length > 0 && verdict.length > 0 && rest[1].length > 0);
      assert.deepEqual(rest, others);
      const word = await page.locator('[data-play=word]').textContent();
      // Where a verdict turns is computed for records alone.
      const ends = /: .* towards .*|: .* if it weighs .*/s, turns = /: .* below about .*|: .* below a weight .*|: .* towards .*/s;
      const isTurning = ends.test(verdict[0]) && turns.test(told[0]);
      if (isTurning) assert.equal(verdict[0].replace(ends, ''), told[0].replace(turns, ''));
      else assert.deepEqual(verdict, told);
      assert.ok(word.length > 0);
    });
  }

  it('is found by the checker but for the texts that are to be written', async () => {
    await open(`${STATE},free-requests:1000000`);
    writeFileSync(join(copy, 'data/use-cases/my-case.toml'), await record());
    const { stderr } = run(['-C', copy, 'check', '--format', 'concise', '--today', DAY]);
    const found = stderr.split('\n').filter((it) => it.includes('my-case.toml'));
    assert.ok(found.length > 0);
    assert.deepEqual(found.filter((it) => !it.includes('[unfinished-text]') && !it.includes('[verdict-changed]') && !it.includes('[deciding-free-tier]')), []);
    const { status, stdout } = run(['-C', copy, 'fmt', '--check', 'data/use-cases/my-case.toml']);
    assert.equal(status, 0, stdout);
  });
});

describe('the form', () => {
  it('asks for a need first', async () => {
    await open();
    assert.equal((await shown())[0].length, 1);
    assert.equal(await page.locator('[data-play-section]:visible, [data-own=save]:visible').count(), 0);
  });

  it('is a link: the address restores what was entered, with other parameters kept', async () => {
    await open('search=cold');
    await control('n', 'monthly-cost').selectOption('1');
    await control('n', 'cold-start').selectOption('2');
    await control('q', 'requests').fill('5000000');
    await control('q', 'duration-ms').fill('120');
    assert.equal(await search(), `search=cold&${STATE}`);
    const [before, saved] = [await shown(), await record()];
    await open(await search());
    assert.deepEqual([await shown(), await record()], [before, saved]);
    assert.equal(await control('n', 'cold-start').inputValue(), '2');
    assert.equal(await control('q', 'duration-ms').inputValue(), '120');
    await page.locator('[data-own=link]').click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.evaluate(() => location.href));
  });

  it('tells what an address names in vain', async () => {
    await open(`${STATE},nonsense:4&n=portability:0,nothing:1&q=duration-ms:-5&e=no/way`);
    const lines = await notes();
    assert.equal(lines.length, 5);
    for (const [at, text] of ['nonsense', '0', 'nothing', '-5', 'no/way'].entries()) assert.ok(lines[at].includes(`“${text}”`), lines[at]);
    await control('n', 'portability').selectOption('3');
    assert.equal(await search(), STATE.replace('&', ',portability:3&'));
    assert.deepEqual(await notes(), []);
  });

  it('starts anew', async () => {
    await open(`search=cold&${STATE}`);
    await page.locator('[data-own=reset]').click();
    assert.equal(await search(), 'search=cold');
    assert.equal(await control('q', 'requests').inputValue(), '');
    assert.equal(await page.locator('[data-play-section]:visible').count(), 0);
  });

  it('is used with the keyboard', async () => {
    await open();
    await control('n', 'monthly-cost').focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await search(), 'n=monthly-cost:1');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.matches('select, input')), true);
    assert.ok((await shown())[2].length > 0);
  });

  it('lets a way around a limit be taken', async () => {
    await open(LONG);
    const way = page.locator('[data-own-way="lambda-run-time"]:visible input').first();
    assert.equal(await page.locator('[data-own-out=serverless]').isVisible(), true);
    await way.check();
    assert.equal(await search(), `${LONG}&e=${await way.getAttribute('data-id')}`);
    assert.equal(await page.locator('[data-own-out=serverless]').isVisible(), false);
    assert.match(await record(), /\[escapes\."lambda-run-time\/[a-z-]+"\]\nstate = "taken"\n/);
  });

  it('lets a screen reader hear the verdict once', async () => {
    await open();
    await page.evaluate(() => {
      globalThis.heard = [];
      const region = document.querySelector('[data-own=heard]');
      new MutationObserver(() => globalThis.heard.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
    });
    for (const [id, rank] of [['monthly-cost', '1'], ['cold-start', '2'], ['portability', '3']]) await control('n', id).selectOption(rank);
    await page.waitForFunction(() => globalThis.heard.length > 0);
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 700); }));
    assert.deepEqual(await page.evaluate(() => globalThis.heard), [await page.locator('[data-play=verdict]').textContent()]);
  });

  it('gives the record to the clipboard and as a file', async () => {
    await open(STATE);
    await page.locator('[data-own=save] summary').click();
    await page.locator('[data-own=copy]').click();
    assert.equal((await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r', ''), await record());
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-own=download]').click()]);
    assert.equal(download.suggestedFilename(), 'my-case.toml');
    assert.equal(readFileSync(await download.path(), 'utf8'), await record());
  });
});

describe('the page', () => {
  it('says without JavaScript what it does, and where to go', async () => {
    const plain = await reader(browser, 1280, 'light', { javaScriptEnabled: false });
    const still = await plain.newPage();
    await open('', still);
    const text = await still.locator('main').innerText();
    assert.match(text, /JavaScript/);
    assert.match(text, /tradeoff decide/);
    assert.equal(await still.locator('main a[href="use-cases.html"]').first().isVisible(), true);
    assert.equal(await still.locator('main :is(select, input, button, textarea):visible').count(), 0);
    await plain.close();
  });

  it('breaks no rule of axe, empty, filled or with a limit met', async () => {
    none(await inspect(browser, BOOK, ['your-case.html', `your-case.html?${STATE},nonsense:1`, `your-case.html?${LONG}`]));
  });

  it('carries little', async () => {
    const html = readFileSync(join(BOOK, 'your-case.html'), 'utf8');
    const [, block] = /class="tradeoff-own">(.*?)<\/script>/s.exec(html);
    const bytes = gzipSync(block, { level: 9 }).length;
    assert.ok(bytes < 40 * 1024, `${bytes} bytes`);
  });

  it('has a script that holds no sentence', () => {
    const code = readFileSync(SCRIPT, 'utf8').replace(/^ *(\/\/|\/\*\*).*$/gm, '').replace("'use strict'", '');
    const texts = [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template.replace(/\$\{[^}]*\}/g, '|'));
    assert.ok(texts.length > 20);
    assert.deepEqual(texts.flatMap((it) => it.match(/[A-Za-z]{2,} [A-Za-z]{2,}/g) ?? []), []);
  });
});
