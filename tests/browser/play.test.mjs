// The decision page in a reader's hands, in a real browser: its text is the program's for the same numbers, sign by sign.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { parse } from 'smol-toml';

import { BOOK } from './book.mjs';
import { launch, reader, settled } from './chromium.mjs';
import { USE_CASES, told } from './engine.mjs';
import { inspect } from './judges.mjs';
import { dice } from './problems.mjs';
import { none } from './report.mjs';
import { serve } from './server.mjs';

/** The recomputed sections, in their order. */
const SECTIONS = ['verdict', 'ruled-out', 'why', 'change', 'costs'];
/** So many bytes of both scripts may cross the wire. */
const MOST_BYTES = 14 * 1024;
const SCRIPTS = ['decide.js', 'play.js'].map((name) => fileURLToPath(new URL(`../../book/theme/${name}`, import.meta.url)));

let browser, server, context, page;
before(async () => {
  browser = await launch();
  server = await serve(BOOK);
  context = await reader(browser, 1280, 'light');
  page = await context.newPage();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const address = (useCase, query = '') => `${server.origin}/use-cases/${useCase}.html${query}`;

async function open(useCase, query, on = page) {
  await on.goto(address(useCase, query));
  await settled(on);
}

/** The lines of every recomputed section that can be seen, as the page has them: the whole first, then each component. */
function lines(on = page) {
  return on.evaluate((sections) => {
    const all = [...document.querySelectorAll('[data-play]')].filter((it) => sections.includes(it.dataset.play));
    const parts = [...new Set(all.map((it) => it.dataset.part))];
    const order = (it) => parts.indexOf(it.dataset.part) * sections.length + sections.indexOf(it.dataset.play);
    const shown = all.filter((it) => !it.closest('[hidden]')).sort((a, b) => order(a) - order(b));
    return shown.flatMap((it) => [...it.children].map((line) => line.textContent));
  }, SECTIONS);
}

/** What the reader is told about the numbers of the address. */
const notes = () => page.locator('[data-play=state] li').allTextContents();

/** What the script composes of the book's own numbers. */
function recomputed() {
  return page.evaluate(() => {
    const { composed, speakerOf } = globalThis.tradeoffPlay;
    const book = JSON.parse(document.querySelector('.tradeoff-play').textContent);
    book.speaker = speakerOf(book.sentences);
    return composed(book, book.problem, globalThis.tradeoffDecide.solve(book.problem))
      .map(([, name, slots]) => ({ name, text: book.speaker.say(name, slots) }));
  });
}

describe('the untouched page', () => {
  for (const useCase of USE_CASES) {
    it(`of ${useCase} has the text that the script would write, and the program's`, async () => {
      await open(useCase);
      const shown = await lines();
      const composed = await recomputed();
      // Where a verdict turns is computed for the book's own numbers alone.
      const turns = composed.map(({ name }) => name.startsWith('verdict.depends-') && !name.endsWith('-limit'));
      const but = (texts) => texts.filter((_, at) => !turns[at]);
      assert.equal(shown.length, composed.length);
      assert.deepEqual(but(shown), but(composed.map(({ text }) => text)));
      const said = new Set(told(useCase, '').flatMap((it) => it.lines));
      assert.deepEqual(shown.filter((it) => !said.has(it)), []);
    });
  }

  it('is what stands there without JavaScript', async () => {
    const plain = await reader(browser, 1280, 'light', { javaScriptEnabled: false });
    const still = await plain.newPage();
    for (const useCase of USE_CASES.slice(0, 5)) {
      const main = async (on) => {
        await open(useCase, '', on);
        return on.locator('main section, main .verdict').allTextContents();
      };
      assert.deepEqual(await main(page), await main(still));
      assert.equal(await still.locator('input, button').and(still.locator('main *')).count(), 0);
    }
    await plain.close();
  });
});

/** A state that a reader could have, made up at random. */
async function randomState(die) {
  const fields = await page.evaluate(() => {
    const book = JSON.parse(document.querySelector('.tradeoff-play').textContent);
    return globalThis.tradeoffPlay.fieldsOf(book).map(({ list, id, own }) => ({ list, id, own }));
  });
  const of = (list) => fields.filter((it) => it.list === list);
  const points = ({ id }) => `${id}:${die.chance(12) ? 0 : die.whole(0, 100)}`;
  const amount = ({ id, own = 1 }) => `${id}:${die.chance(20) ? die.whole(0, 3) : own * die.pick([0.1, 0.5, 2, 10, 3.7])}`;
  const w = die.chance(70) ? of('w').filter(() => die.chance(90)).map(points) : [];
  const q = die.chance(75) || w.length === 0 ? of('q').filter(() => die.chance(25)).map(amount) : [];
  if (die.chance(20)) q.push('nonsense:4', `${of('q')[0].id}:many`);
  return [['w', w], ['q', q]].filter(([, items]) => items.length).map(([list, items]) => `${list}=${items.join(',')}`).join('&');
}

describe('the page in a state', () => {
  // Every third use case, and those with components.
  const chosen = [...new Set([...USE_CASES.filter((_, at) => at % 3 === 0), 'iot-alerts', 'video-transcode'])];

  it('is tried on ten use cases', () => assert.ok(chosen.length >= 10));

  for (const useCase of chosen) {
    it(`of ${useCase} says what the program says, section by section`, async () => {
      const die = dice([...useCase].reduce((sum, it) => sum + it.charCodeAt(0), 0));
      for (let round = 0; round < 3; round++) {
        await open(useCase);
        const state = await randomState(die);
        await open(useCase, `?${state}`);
        const sections = told(useCase, state);
        const isTouched = await page.locator('[data-touched]').first().isVisible();
        assert.deepEqual(await notes(), sections.filter((it) => it.lines.length === 0).map((it) => it.heading), state);
        if (!isTouched) continue;
        const touched = await page.locator('[data-touched]').allTextContents();
        assert.deepEqual([...await lines(), ...touched], sections.flatMap((it) => it.lines), state);
      }
    });
  }
});

describe('the controls', () => {
  /** Asked of the page: the driver hears of a changed address later. */
  const search = () => page.evaluate(() => location.search);
  const query = async () => new URLSearchParams(await search());
  const slider = () => page.locator('input[type=range]').first();
  /** The field of a quantity, found as a reader finds it: by its name. */
  const field = async (quantity) => {
    const title = await page.evaluate((id) => JSON.parse(document.querySelector('.tradeoff-play').textContent).names.quantities[id].title, quantity);
    return page.getByLabel(title).first();
  };

  it('are moved with the keyboard, and the address follows, with other parameters kept', async () => {
    await open('http-api-spiky', '?search=cold');
    const before = await lines();
    await slider().focus();
    const own = Number(await slider().inputValue());
    await page.keyboard.press(own > 50 ? 'ArrowLeft' : 'ArrowRight');
    const now = own > 50 ? own - 1 : own + 1;
    assert.equal(await slider().inputValue(), String(now));
    assert.match(await slider().getAttribute('aria-valuetext'), new RegExp(`\\b${now}\\b`));
    assert.ok((await query()).get('w').split(',').some((it) => it.endsWith(`:${now}`)));
    assert.equal((await query()).get('search'), 'cold');
    const ids = (await query()).get('w').split(',').map((it) => it.split(':')[0]);
    assert.deepEqual(ids, [...ids].sort());
    const state = (await search()).slice(1);
    assert.deepEqual(await lines(), told('http-api-spiky', state).flatMap((it) => it.lines).slice(0, -1));
    assert.notDeepEqual(await lines(), before);
    // The page stays: arrow keys on a slider turn no pages.
    assert.equal(await page.evaluate(() => location.pathname), '/use-cases/http-api-spiky.html');
  });

  it('take an amount, and give everything back', async () => {
    await open('http-api-spiky', '?search=cold');
    const main = () => page.locator('main').innerText();
    const [before, text] = [await lines(), await main()];
    await (await field('requests')).fill('90000000');
    assert.equal((await query()).get('q'), 'requests:90000000');
    assert.notDeepEqual(await lines(), before);
    assert.equal(await page.locator('[data-fixed]:visible').count(), 0);
    await page.locator('[data-play=play] button').first().click();
    assert.equal(await search(), '?search=cold');
    assert.deepEqual(await lines(), before);
    assert.equal(await main(), text);
  });

  it('show the numbers of the address', async () => {
    await open('http-api-spiky', '?q=requests:123456');
    assert.equal(await (await field('requests')).inputValue(), '123456');
  });

  it('let a screen reader hear the verdict once, when the moving has ended', async () => {
    await open('http-api-spiky');
    await page.evaluate(() => {
      globalThis.heard = [];
      const region = document.querySelector('[data-play=state] [role=status]');
      new MutationObserver(() => globalThis.heard.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
    });
    await slider().focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => globalThis.heard.length > 0);
    // Whatever else were to come would come now.
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 700); }));
    const heard = await page.evaluate(() => globalThis.heard);
    assert.deepEqual(heard, [(await page.locator('[data-play=verdict]').first().textContent())]);
  });

  it('break no rule of axe, moved or not', async () => {
    const pages = ['http-api-spiky', 'video-transcode'].map((it) => `use-cases/${it}.html`);
    none(await inspect(browser, BOOK, [...pages, `${pages[0]}?q=requests:90000000,nonsense:1`]));
  });
});

describe('the sentences of the page', () => {
  const cases = parse(readFileSync(new URL('../sentences.toml', import.meta.url), 'utf8'));
  before(() => open('http-api-spiky'));

  it('are filled as every program must fill them', async () => {
    const filled = await page.evaluate((all) => all.map(({ sentence, slots }) => {
      const { fill, read } = globalThis.tradeoffPlay;
      return fill(read(sentence), slots).runs;
    }), cases.fill);
    // Neighbors with the same form are one.
    const joined = (runs) => runs.filter(([text]) => text).reduce((out, [text, isStrong]) => {
      if (out.at(-1)?.[1] === isStrong) out.at(-1)[0] += text;
      else out.push([text, isStrong]);
      return out;
    }, []);
    assert.deepEqual(filled.map(joined), cases.fill.map((it) => it.runs));
  });

  it('have numbers as every program must write them', async () => {
    const written = await page.evaluate(({ amount, range, percent, share }) => {
      const book = JSON.parse(document.querySelector('.tradeoff-play').textContent);
      const say = globalThis.tradeoffPlay.speakerOf(book.sentences);
      return {
        amount: amount.map((it) => say.amount(it.unit, it.number)),
        range: range.map((it) => say.amount(it.unit, it.low, it.high)),
        percent: percent.map((it) => say.percent(it.count, it.draws)),
        share: share.map((it) => [say.share(it.weight), say.exact(it.weight)]),
      };
    }, cases);
    assert.deepEqual(written, {
      amount: cases.amount.map((it) => it.text),
      range: cases.range.map((it) => it.text),
      percent: cases.percent.map((it) => it.text),
      share: cases.share.map((it) => [it.text, it.exact]),
    });
  });
});

describe('the scripts', () => {
  const texts = SCRIPTS.map((it) => readFileSync(it, 'utf8'));

  it('are small', () => {
    const bytes = gzipSync(texts.join(''), { level: 9 }).length;
    assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
  });

  it('hold no sentence', () => {
    assert.deepEqual(texts.flatMap(sentences), []);
    assert.deepEqual(sentences("'use strict'; say('Two words'); say(`one ${x} and two`)"), ['Two words', 'and two']);
  });
});

/** Two words in a row in a text of a script. */
function sentences(script) {
  const code = script.replace(/^ *(\/\/|\/\*\*).*$/gm, '').replace("'use strict'", '');
  const texts = [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template.replace(/\$\{[^}]*\}/g, '|'));
  return texts.flatMap((it) => it.match(/[A-Za-z]{2,} [A-Za-z]{2,}/g) ?? []);
}
