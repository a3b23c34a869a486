// A reader's own needs and workload, decided as a use case of the book. What it relies on in the page stands in
// `site/src/pages/own_case.rs`; the numbers and the lines come from `decide.js` and `play.js`.
(() => {
'use strict';

const { byId, solve } = globalThis.tradeoffDecide, { composed, speakerOf } = globalThis.tradeoffPlay;

const NAME = /\d[\d.]*(e[+-]?\d+)?|[a-z](-?[a-z\d])*/g;
const NUMBER = /^-?\d+(\.\d+)?(e-?\d+)?$/;
const LISTS = ['n', 'q', 'e'];

const only = (all = {}, isIn) => Object.fromEntries(Object.entries(all).filter(([id]) => isIn(id)));

/** The problem of what is given: what its needs and all limits read, as a record that says the same would be. */
function caseOf({ problem, names, units }, fields) {
  const given = (list, of) => Object.fromEntries(fields.filter((it) => it.list === list && it.given !== undefined).map((it) => [it.id, of(it)]));
  const needs = given('n', (it) => ({ rank: it.given })), amounts = given('q', (it) => it.given), taken = given('e', () => true);
  const { formulas = [], breakevens = [] } = problem;
  const limits = (problem.limits ?? []).map((limit) => ({
    ...limit,
    unless: (limit.unless ?? []).map(({ id }) => ({ id, state: taken[`${limit.id}/${id}`] ? 'taken' : 'open' })),
  }));
  const read = new Set(), left = limits.map((it) => it.when);
  for (const row of Object.values(problem.cells)) for (const need in needs) left.push(row[need].formula ?? '');
  while (left.length) {
    for (const [name] of left.pop().matchAll(NAME)) {
      if (!read.has(name)) left.push(formulas.find((it) => it.id === name)?.formula ?? '');
      read.add(name);
    }
  }
  const crossed = breakevens.filter(({ a, b }) => read.has(a) && read.has(b));
  for (const it of crossed) read.add(it.quantity);
  const isRead = (id) => read.has(id), shown = {};
  for (const id in amounts) {
    const tenths = (per) => 10 * amounts[id] / per;
    const larger = units[id].find(([, per]) => tenths(per) >= 10 && Math.abs(tenths(per) - Math.round(tenths(per))) < 1e-9);
    const [unit, per] = larger ?? [names.quantities[id].unit, 1];
    shown[id] = { ...names.quantities[id], shown: unit, per };
  }
  return {
    names: { ...names, quantities: { ...names.quantities, ...shown } },
    problem: {
      ...problem,
      dimensions: only(problem.dimensions, (id) => id in needs),
      facts: only(problem.facts, isRead),
      quantities: only({ ...problem.quantities, ...amounts }, isRead),
      formulas: formulas.filter((it) => isRead(it.id)),
      breakevens: crossed,
      limits,
      needs,
    },
  };
}

/** Reads the address into the fields; gives lines about what it could not use. */
function take(fields, search) {
  const lines = [];
  for (const it of fields) it.given = undefined;
  for (const [, list, written] of search.matchAll(/(?<=^\??|&)([nqe])=([^&]*)/g)) {
    const items = new URLSearchParams(`it=${written.replaceAll('+', '%2B')}`).get('it').match(/[^,]+/g) ?? [];
    for (const item of items) {
      const [, id, text] = list === 'e' ? [0, item, 'true'] : /^(.*):(.*)$/s.exec(item) ?? [0, item, ''];
      const field = fields.find((it) => it.list === list && it.id === id), number = +text + 0;
      const isNumber = NUMBER.test(text) && isFinite(number) && !(number < field?.least) && !(number > field?.most);
      if (!field) lines.push(['own-case.unknown', { id }]);
      else if (list === 'e') field.given = true;
      else if (isNumber && (list === 'q' || Number.isInteger(number))) field.given = number;
      else lines.push([list === 'n' ? 'own-case.rank' : 'state.number', { text, name: field.name }]);
    }
  }
  return lines;
}

/** A record of the case: what only a person can say is marked. */
function recordOf(fields, { word, best }, { ask, speaker: { say } }) {
  const of = (list) => fields.filter((it) => it.list === list && it.given !== undefined);
  const ranked = of('n').sort((a, b) => a.given - b.given), ranks = [...new Set(ranked.map((it) => it.given))];
  const todo = (name, slots) => JSON.stringify(say(`own-case.${name}`, slots));
  const number = (it) => (Math.abs(it) < 2 ** 53 ? `${it}` : it.toExponential());
  const day = new Date(), two = (it) => `${it}`.padStart(2, '0');
  const asked = of('q').filter(({ id }) => ask.includes(id));
  const tables = [
    [
      `title = ${todo('title')}`,
      `summary = ${todo('summary')}`,
      `otherwise = ${todo('otherwise')}`,
      `reviewed = ${[day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')}`,
    ],
    ['[workload]', ...of('q').map(({ id, given }) => `${id} = ${number(given)}`)],
    ...(asked.length ? [['[why]', ...asked.map(({ id, name }) => `${id} = ${todo('amount', { name })}`)]] : []),
    ...ranked.map(({ id, given, name }) => [`[needs.${id}]`, `rank = ${ranks.indexOf(given) + 1}`, `why = ${todo('need', { name })}`]),
    ...of('e').map(({ id, name }) => [`[escapes."${id}"]`, 'state = "taken"', `because = ${todo('escape', { name })}`]),
    ['[verdict]', `expects = "${word === 'clear' || word === 'leaning' ? best : word}"`, `because = ${todo('expected')}`],
  ];
  return tables.map((it) => `${it.join('\n')}\n`).join('\n');
}

const make = (tag, inner = [], properties) => {
  const it = Object.assign(document.createElement(tag), properties);
  it.append(...[inner].flat());
  return it;
};

function start(block) {
  const book = JSON.parse(block.textContent), { runs, say } = book.speaker = speakerOf(book.sentences);
  const all = (name) => [...document.querySelectorAll(`[data-${name}]`)], own = (name) => all(`own=${name}`)[0];
  const lineOf = (tag, line) => make(tag, runs(...line).map(([text, isStrong]) => (isStrong ? make('strong', text) : text)));
  const fields = all('own-list').map((input) => {
    const { ownList: list, id, name } = input.dataset, bound = (it) => (it === '' ? undefined : +it);
    const ends = list === 'n' ? { least: 1, most: input.options.length - 1 } : { least: bound(input.min), most: bound(input.max) };
    return { input, list, id, name, ...ends };
  });
  const [word] = all('play=word'), [verdict] = all('play=verdict'), box = verdict.closest('[data-verdict]');
  const chips = all('own-out').map((element) => {
    const slot = element.querySelector('[data-own-limits]');
    return { element, slot, limits: Object.fromEntries([...slot.children].map((it) => [it.dataset.ownLimit, it])) };
  });

  const show = (search) => {
    const lines = take(fields, search), mine = caseOf(book, fields);
    let result;
    try {
      if (Object.keys(mine.problem.needs).length) result = solve(mine.problem);
    } catch {
      lines.push(['own-case.refused']);
    }
    const found = result ? composed({ ...mine, speaker: book.speaker }, mine.problem, result).map(([, ...it]) => it) : [];
    for (const it of all('play-section')) {
      const own = found.filter(([name]) => name.startsWith(`${it.dataset.playSection}.`));
      it.querySelector('[data-play]').replaceChildren(...own.map((line) => lineOf('li', line)));
      it.hidden = !own.length;
    }
    const said = found.filter(([name]) => name.startsWith('verdict.'));
    verdict.replaceChildren(...(result ? said : [['own-case.empty']]).map((line) => lineOf('p', line)));
    word.textContent = result ? say(`word.${result.word}`) : '';
    Object.assign(box.dataset, { verdict: result?.word ?? '', best: result?.best ?? '' });
    const isSure = result && /clear|leaning/.test(result.word);
    own('word').textContent = word.textContent;
    own('best').textContent = isSure ? book.names.options[result.best] : '';
    own('reasons').hidden = !result?.best;
    own('strip').dataset.verdict = result?.word ?? '';
    for (const { element, slot, limits } of chips) {
      const out = result?.ruled_out.find((it) => it.option === element.dataset.ownOut);
      element.hidden = !out;
      slot.replaceChildren(...(out?.limits ?? []).flatMap((id, at) => [...(at ? [', '] : []), limits[id]]));
    }
    own('chips').hidden = !result?.ruled_out.length;
    const met = (id) => result?.limits.some((it) => it.id === id && /fires|straddles|lifted/.test(it.status));
    const isTaken = (way) => way.querySelector('input').checked;
    for (const it of all('own-way')) it.hidden = !met(it.dataset.ownWay) && !isTaken(it);
    own('ways').hidden = all('own-way').every((it) => it.hidden);
    for (const name of ['save', 'strip']) own(name).hidden = !result;
    own('text').value = result ? recordOf(fields, result, book) : '';
    own('told').replaceChildren(...lines.map((it) => lineOf('li', it)));
  };

  const written = () => {
    const others = location.search.slice(1).split('&').filter((it) => it && !/^[nqe]=/.test(it));
    const item = ({ list, id, given }) => (list === 'e' ? id : `${id}:${given}`.replace('e+', 'e'));
    const lists = LISTS.map((list) => [list, fields.filter((it) => it.list === list && it.given !== undefined).sort(byId).map(item)]);
    return [...others, ...lists.filter(([, items]) => items.length).map(([list, items]) => `${list}=${items}`)].join('&');
  };
  let timer;
  const update = (search) => {
    show(search);
    const query = written();
    history.replaceState(null, '', `${location.pathname}${query && '?'}${query}${location.hash}`);
    clearTimeout(timer);
    timer = setTimeout(() => { own('heard').textContent = verdict.textContent; }, 500);
  };
  const write = ({ input, list, given }) => {
    if (list === 'e') input.checked = !!given;
    else input.value = given ?? '';
  };

  for (const field of fields) {
    field.input.oninput = ({ target: { value, checked } }) => {
      field.given = undefined;
      const item = field.list === 'e' ? checked && field.id : value && `${field.id}:${+value}`.replace('e+', 'e');
      update(`${written()}${item ? `&${field.list}=${item}` : ''}`);
    };
  }
  own('reset').onclick = () => {
    update('');
    fields.forEach(write);
  };
  const copy = async ({ target }, text, said, failed) => {
    const label = target.dataset.label ??= target.textContent;
    const isCopied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    target.textContent = say(isCopied ? said : failed);
    setTimeout(() => { target.textContent = label; }, 3000);
    return isCopied;
  };
  own('link').onclick = (event) => copy(event, location.href, 'play.copied', 'play.not-copied');
  own('copy').onclick = async (event) => {
    if (!await copy(event, own('text').value, 'own-case.copied', 'own-case.not-copied')) own('text').select();
  };
  own('download').onclick = () => {
    const href = URL.createObjectURL(new Blob([own('text').value], { type: 'application/toml' }));
    make('a', [], { href, download: 'my-case.toml' }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60000);
  };
  own('without').hidden = true;
  own('form').hidden = false;
  take(fields, location.search);
  fields.forEach(write);
  show(location.search);
}

document.querySelectorAll('.tradeoff-own').forEach(start);
})();
