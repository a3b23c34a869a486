// The decision page in a reader's hands, as `document/src/decision/` and `site/src/pages/decision.rs` say.
(() => {
'use strict';

const { byId, compute, partsOf, solve } = globalThis.tradeoffDecide;

const SIGNS = /\\(.)|\{each ([a-z0-9-]+)\||\{([a-z0-9-]+)\}|\*\*|[[\]}|*]|[^\\{}[\]*|]+/gs;

function read(text) {
  const signs = [...text.matchAll(SIGNS)];
  const pieces = (end) => {
    const out = [];
    for (let it; (it = signs.shift()) && it[0] !== end;) {
      const [sign, escaped, list, slot] = it;
      if (list) {
        let separator = '';
        for (let it; (it = signs.shift())[0] !== '|';) separator += it[1] ?? it[0];
        out.push({ list, separator, body: pieces('}') });
      } else if (slot) out.push({ slot });
      else if (sign === '[') out.push({ optional: pieces(']') });
      else if (sign === '**') out.push({ strong: pieces('**') });
      else out.push(escaped ?? sign);
    }
    return out;
  };
  return pieces();
}

// Runs are `[text, isStrong]`.
function fill(pieces, slots, isStrong = false) {
  const runs = [];
  let isWhole = true;
  const add = (inner, slots, strong, isOptional) => {
    const part = fill(inner, slots, strong);
    if (part.isWhole || !isOptional) runs.push(...part.runs);
    isWhole &&= part.isWhole || isOptional;
  };
  for (const it of pieces) {
    const text = it.slot ? slots[it.slot] : it, items = slots[it.list];
    if (it.strong) add(it.strong, slots, true);
    else if (it.optional) add(it.optional, slots, isStrong, true);
    else if (Array.isArray(items) && items.length) {
      items.forEach((item, at) => {
        if (at) runs.push([it.separator, isStrong]);
        add(it.body, { ...slots, ...item }, isStrong);
      });
    } else if (typeof text === 'object' || text === undefined) isWhole = false;
    else runs.push([`${text}`, isStrong]);
  }
  return { runs, isWhole };
}

const hundredths = (value) => Math.floor(100 * value + 0.5);
const digits = (number) => number.toLocaleString('en-US', { maximumSignificantDigits: 3 });
const rangeOf = (it) => (typeof it === 'number' ? { low: it, mode: it, high: it } : it);
const listed = (slot, texts) => texts.map((it) => ({ [slot]: it }));

function speakerOf(sentences) {
  const runs = (name, slots = {}) => fill(read(sentences[name] ?? ''), slots).runs;
  const say = (...sentence) => runs(...sentence).map(([text]) => text).join('');
  const numbered = (number, kind = 'percent') => say(`number.${kind}`, { number });
  const bare = (amount) => {
    const rounded = +digits(Math.abs(amount)).replaceAll(',', '');
    const [per, kind] = rounded >= 1e9 ? [1e9, 'billion'] : rounded >= 1e6 ? [1e6, 'million'] : [1];
    const number = (amount < 0 ? '−' : '') + digits(rounded / per);
    return kind ? numbered(number, kind) : number;
  };
  const amount = (unit, low, high) => {
    const ends = { amount: bare(low), low: bare(low), high: bare(high) };
    const text = high === undefined ? ends.amount : say(low < high ? 'range.range' : 'range.exact', ends);
    return say(!unit ? 'unit.none' : `unit.${unit}` in sentences ? `unit.${unit}` : 'unit.other', { amount: text, unit });
  };
  const share = (whole, part) => numbered(whole, !whole && part > 0 ? 'under' : whole > 99 && part < 1 ? 'over' : 'percent');
  return {
    runs,
    say,
    amount,
    percent: (count, draws) => share(Math.floor((200 * count + draws) / (2 * draws)), count / draws),
    share: (weight) => share(Math.min(100, hundredths(weight)), weight),
    exact: (weight) => numbered(bare(100 * weight)),
  };
}

function linesOf({ names, speaker: { say, amount, percent, share, exact } }, { problem, component }, decision) {
  const { best, runner_up: runner, draws, word, values, weights } = decision;
  const option = (id) => names.options[id], dimension = (id) => names.dimensions[id], quantity = (id) => names.quantities[id].title;
  const needs = Object.keys(weights), lines = [];
  const add = (name, slots) => lines.push([name, slots]);
  const inQuantity = (id, ...amounts) => amount(names.quantities[id].shown, ...amounts.map((it) => it / names.quantities[id].per));
  const unstated = (reads) => listed('title', reads.filter((id) => problem.quantities[id] === null).map(quantity));
  const escapes = (limit, state) => (problem.limits.find(({ id }) => id === limit).unless ?? [])
    .filter((it) => it.state === state).map(({ id }) => names.escapes[`${limit}/${id}`]);
  const onScale = (id, it, index) => {
    const { levels, unit } = problem.dimensions[id];
    return levels ? levels[Math.min(Math.max(index, 0), levels.length - 1)] : amount(unit, it);
  };

  const nothingFits = () => {
    const ways = decision.ruled_out.map(({ option, limits }) => ({ option, ways: limits.map((it) => escapes(it, 'open')[0]) }));
    const [nearest] = ways.filter((it) => it.ways.every((way) => way))
      .sort((a, b) => a.ways.length - b.ways.length || decision.scores[b.option] - decision.scores[a.option]);
    add('verdict.nothing-fits', nearest && { escapes: listed('text', nearest.ways), option: option(nearest.option) });
  };
  const depends = ({ kind, id, low, high, fires = low, else: other = high }) => {
    const ends = (name, more) => add(`verdict.depends-${name}`, {
      a: option(fires.best),
      b: option(other.best),
      pa: percent(fires.first, fires.draws),
      pb: percent(other.first, other.draws),
      ...more,
    });
    if (kind === 'limit') return ends(kind, { 'holds-when': names.limits[id].holds_when });
    if (kind === 'need') return ends('need-ends', { dimension: dimension(id) });
    if (kind === 'quantity') {
      const { low, high } = problem.quantities[id];
      return ends('ends', { title: quantity(id), low: inQuantity(id, low), high: inQuantity(id, high) });
    }
    const [whose, need] = id.split('/'), cell = problem.cells[whose][need];
    return ends('ends', {
      title: say('title.cell', { dimension: dimension(need), option: option(whose) }),
      low: cell.unknown ? say('title.worst') : onScale(need, cell.low, Math.floor(cell.low)),
      high: cell.unknown ? say('title.best') : onScale(need, cell.high, Math.ceil(cell.high)),
    });
  };
  const verdict = () => {
    const first = (id) => percent(decision.first[id], draws), stressed = (id) => percent(decision.stress.first[id], draws);
    const [need1, need2] = [...needs].sort((a, b) => values[best][a] - values[best][b]).map(dimension);
    const leader = decision.stress.best, hasSwings = Object.values(problem.needs).some((it) => it.swing);
    add(`verdict.${decision.by_elimination ? 'elimination' : word === 'clear' && hasSwings ? 'clear-swings' : word}`, {
      best: option(best),
      p: first(best),
      ps: stressed(best),
      score: hundredths(decision.scores[best]),
      need1,
      need2,
      ...(runner && { runner: option(runner), pr: first(runner) }),
      ...(leader !== best && { 'stress-best': option(leader), pb: stressed(leader) }),
    });
  };
  const ruledOut = (id) => {
    const out = decision.ruled_out.find((it) => it.option === id);
    const own = decision.limits.filter((it) => it.option === id && it.status !== 'clear' && (!out || it.status === 'fires'));
    for (const { id: limit, status, draws: held } of own) {
      const { title, holds_when, reads, compared } = names.limits[limit];
      const stated = compared && rangeOf(problem.quantities[compared.quantity]);
      add(`ruled-out.${status}`, {
        option: option(id),
        limit: title,
        'holds-when': holds_when,
        p: percent(held, draws),
        escapes: listed('text', escapes(limit, status === 'lifted' ? 'taken' : 'open')),
        quantities: unstated(reads),
        ...(stated && {
          quantity: quantity(compared.quantity),
          range: inQuantity(compared.quantity, stated.low, stated.high),
          bound: amount(compared.shown, compared.bound / compared.per),
        }),
      });
    }
    if (out?.first_if_lifted) add(own.length > 1 ? 'ruled-out.first-more' : 'ruled-out.first', { option: option(id) });
  };
  const why = ({ points, total }) => {
    const say = (name, sum, it, slots) => add(`why.${runner ? (it ? name : `${sum}even`) : `${sum}alone`}`, {
      points: `+${Math.abs(it).toLocaleString('en-US')}`,
      option: option(it < 0 && runner ? runner : best),
      ...slots,
    });
    for (const need of [...needs].sort((a, b) => Math.abs(points[b]) - Math.abs(points[a]))) {
      const value = (id) => id && hundredths(values[id][need]);
      say('need', '', points[need], {
        dimension: dimension(need),
        weight: share(weights[need]),
        why: names.whys[`${component}/${need}`] ?? names.whys[need],
        best: option(best),
        value: value(best),
        runner: option(runner),
        'value-runner': value(runner),
      });
    }
    say('sum', 'sum-', total);
  };
  const change = () => {
    for (const { dimension: need, now, at, inside_range, level, ...it } of decision.tie_scores.slice(0, 4)) {
      const [name, more] = at === null
        ? ['value', { value: hundredths(it.value_at), now: hundredths(it.value_now) }]
        : ['score', { amount: level ?? onScale(need, at), now: onScale(need, now, Math.floor(now)) }];
      add(`change.${name}${inside_range ? '-inside' : ''}`, { dimension: dimension(need), option: option(it.option), ...more });
    }
    const ties = decision.tie_weights, never = needs.filter((it) => ties.every(({ need }) => need !== it));
    for (const { need, at, now } of ties.slice(0, 3)) {
      add('change.weight', { dimension: dimension(need), t: exact(at), w: exact(now), runner: option(runner) });
    }
    if (needs.length > 1 && never.length) add('change.no-weight', { needs: listed('dimension', never.map(dimension)) });
  };
  const costs = () => {
    const owners = {};
    for (const id of names.order) {
      for (const formula of new Set(needs.flatMap((need) => problem.cells[id][need].formula ?? []))) {
        owners[formula] ??= option(id);
        const { unit, reads } = names.costs[formula], figures = decision.formulas[formula];
        const slots = { option: option(id), quantities: unstated(reads) };
        for (const name in figures) slots[name] = amount(unit, figures[name]);
        add(`costs.${!figures ? 'unknown' : figures.min < figures.max ? 'option' : 'exact'}`, slots);
      }
    }
    for (const { id, crossings } of decision.breakevens) {
      const { a, b, quantity, from, to } = problem.breakevens.find((it) => it.id === id);
      const beside = (at, { formula, unit }) => {
        const it = compute(formula, (name) => {
          const number = name === quantity ? at : rangeOf(problem.quantities[name])?.mode ?? problem.facts[name];
          return number === undefined ? null : [number, number];
        });
        return it === undefined ? [] : amount(unit, it);
      };
      if (crossings && owners[a] && owners[b]) add(crossings.length ? 'costs.break-even' : 'costs.never', {
        a: owners[a],
        b: owners[b],
        from: inQuantity(quantity, from),
        to: inQuantity(quantity, to),
        crossings: crossings.map((at) => ({
          amount: inQuantity(quantity, at),
          also: listed('amount', (names.also[id] ?? []).flatMap((it) => beside(at, it))),
        })),
      });
    }
  };

  if (!best) nothingFits();
  else if (decision.depends) depends(decision.depends);
  else verdict();
  names.order.forEach(ruledOut);
  if (best) why(decision.waterfall ?? decision.contributions[best]);
  if (runner) change();
  costs();
  return lines;
}

function togetherOf({ names, speaker: { say } }, { word, best, depends, components }) {
  const parts = Object.values(components).map((it) => ({
    id: it.id,
    component: names.components[it.id],
    option: names.options[it.best] ?? say(`word.${it.word}`),
    word: say(`word.${it.word}`),
  }));
  const n = new Set(parts.map((it) => it.option)).size;
  if (word === 'split') return [['parts.split', { parts }], [n > 2 ? 'parts.more-platforms' : 'parts.platforms', { n }]];
  if (word === 'nothing-fits') return [['parts.nothing-fits', { parts: parts.filter((it) => components[it.id].word === word) }]];
  if (best) return [['parts.agreed', { best: parts[0].option, parts }]];
  return [['parts.depends', { ...parts.find((it) => it.id === depends), parts }]];
}

function composed(book, problem, result) {
  const own = (part) => linesOf(book, part, result.components?.[part.component] ?? result).map((it) => [part.component, ...it]);
  return [...(result.components ? togetherOf(book, result).map((it) => [undefined, ...it]) : []), ...partsOf(problem).flatMap(own)];
}

function fieldsOf({ problem, names }) {
  return partsOf(problem).flatMap(({ component, problem }) => {
    const { needs, quantities } = problem, draws = Object.values(needs).some((it) => it.swing?.mode) ? {} : { draws: 1 };
    const { weights } = solve(problem, draws), most = Math.max(...Object.values(weights));
    const of = (list, key, own, more) => ({ list, key, own, component, id: component ? `${component}/${key}` : key, ...more });
    return [
      ...Object.keys(weights).map((key) => of('w', key, hundredths(weights[key] / most), { least: 0, most: 100, title: names.dimensions[key] })),
      ...Object.keys(quantities).sort().map((key) => of('q', key, rangeOf(quantities[key])?.mode, names.quantities[key])),
    ];
  });
}

const NUMBER = { w: /^\d{1,3}$/, q: /^-?\d+(\.\d+)?(e-?\d+)?$/ };

function take(fields, search) {
  const lines = [];
  for (const it of fields) it.given = it.own;
  for (const [, list, written] of search.matchAll(/(?<=^\??|&)([wq])=([^&]*)/g)) {
    const items = new URLSearchParams(`it=${written.replaceAll('+', '%2B')}`).get('it').match(/[^,]+/g) ?? [];
    for (const item of items) {
      const [, id, number] = /^(.*):(.*)$/s.exec(item) ?? [0, item, ''];
      const field = fields.find((it) => it.list === list && it.id === id), given = +number + 0;
      const isNumber = NUMBER[list].test(number) && isFinite(given);
      if (!field) lines.push(['state.unknown', { id }]);
      else if (isNumber && !(given < field.least) && !(given > field.most)) field.given = given;
      else lines.push(['state.number', { text: number, name: field.title }]);
    }
  }
  return lines;
}

const isMoved = (it) => it.given !== it.own;

function changed({ problem, names }, fields, lines) {
  let isSame = true;
  const parts = partsOf(problem).map(({ component, problem: own }) => {
    const of = (list) => fields.filter((it) => it.component === component && it.list === list);
    const points = of('w').map(({ key, given }) => [key, { swing: given }]).filter(([, it]) => it.swing);
    const amounts = of('q').filter(isMoved).map(({ key, given }) => {
      const { low, mode, high } = rangeOf(own.quantities[key]) ?? {}, factor = given / mode;
      return [key, mode > 0 && given >= 0 ? { low: Math.min(low * factor, given), mode: given, high: Math.max(high * factor, given) } : given];
    });
    const isWeighed = of('w').some(isMoved), isZero = isWeighed && !points.length;
    if (isZero) lines.push([component ? 'state.zero-part' : 'state.zero', { component: names.components[component] }]);
    isSame &&= !amounts.length && isWeighed === isZero;
    const needs = isWeighed && !isZero ? Object.fromEntries(points) : own.needs;
    return { ...own, needs, quantities: { ...own.quantities, ...Object.fromEntries(amounts) } };
  });
  return isSame ? problem : problem.components?.length ? { ...problem, components: parts } : parts[0];
}

const make = (tag, inner = [], properties) => {
  const it = Object.assign(document.createElement(tag), properties);
  it.append(...[inner].flat());
  return it;
};

function play(block) {
  const book = JSON.parse(block.textContent), { runs, say } = book.speaker = speakerOf(book.sentences), fields = fieldsOf(book);
  const all = (name) => [...document.querySelectorAll(`[data-${name}]`)];
  const lineOf = (tag, line) => make(tag, runs(...line).map(([text, isStrong]) => (isStrong ? make('strong', text) : text)));
  const texts = all('play').map((element) => {
    const box = element.closest('[data-verdict]');
    return { element, ...element.dataset, own: [...element.childNodes], box, saved: { ...box?.dataset } };
  });
  const told = make('ul'), heard = make('p', [], { className: 'unseen', role: 'status' });

  const show = (search) => {
    const lines = take(fields, search), problem = changed(book, fields, lines);
    let result, found;
    try {
      if (problem !== book.problem) result = solve(problem);
    } catch {
      lines.push(['state.refused']);
    }
    if (result) found = composed(book, problem, result);
    for (const { element, own, play, part, box, saved } of texts) {
      if (play === 'play' || play === 'state') continue;
      const { word, best } = result?.components?.[part] ?? result ?? {}, tag = play === 'verdict' ? 'p' : 'li';
      const lines = found?.filter(([of, name]) => of === part && name.replace('parts', 'verdict').startsWith(play)).map(([, ...it]) => lineOf(tag, it));
      element.replaceChildren(...(!result ? own : play === 'word' ? [say(`word.${word}`)] : lines));
      element.closest('details')?.toggleAttribute('open', !!result);
      if (box) Object.assign(box.dataset, result ? { verdict: word, best: best ?? '' } : saved);
    }
    for (const it of all('play-section')) it.hidden = !it.querySelector('[data-play]').children.length;
    for (const it of all('fixed')) it.hidden = !!result;
    for (const it of all('touched')) it.hidden = !result;
    told.replaceChildren(...lines.map((it) => lineOf('li', it)));
  };

  const asItem = ({ id, given }) => `${id}:${given}`.replace('e+', 'e');
  const written = () => {
    const others = location.search.slice(1).split('&').filter((it) => !/^[wq]=/.test(it));
    const lists = ['w', 'q'].map((list) => {
      const own = fields.filter((it) => it.list === list), moved = own.filter(isMoved);
      const items = list === 'w' && moved.length ? own : moved;
      return items.length && `${list}=${items.sort(byId).map(asItem)}`;
    });
    return [...others, ...lists].filter((it) => it).join('&');
  };

  let timer;
  const update = (search) => {
    show(search);
    const query = written();
    history.replaceState(null, '', `${location.pathname}${query && '?'}${query}${location.hash}`);
    clearTimeout(timer);
    timer = setTimeout(() => { heard.textContent = all('play=verdict')[0].textContent; }, 500);
  };
  const reset = () => {
    update('');
    for (const it of fields) it.write(it.given);
  };
  const copy = async ({ target }) => {
    target.textContent = say(await navigator.clipboard?.writeText(location.href).then(() => 'play.copied', () => {}) ?? 'play.not-copied');
    setTimeout(() => { target.textContent = say('play.link'); }, 3000);
  };

  const controlOf = (field) => {
    const { list, id, own, least: min = '', most: max = '', title, unit } = field, isWeight = list === 'w';
    const points = make('span'), input = make('input', [], { type: isWeight ? 'range' : 'number', min, max, step: isWeight ? 1 : 'any' });
    field.write = (value = '') => {
      input.value = value;
      if (isWeight) input.ariaValueText = points.textContent = say('play.points', { points: value });
    };
    input.oninput = () => {
      field.given = own;
      update(`${written()}&${list}=${input.value && asItem({ id, given: +input.value })}`);
      if (isWeight) field.write(input.value);
    };
    const name = say(isWeight ? 'play.weight' : 'play.quantity', { dimension: title, title, unit: unit || null });
    return make('p', [make('label', [name, input]), points]);
  };
  const button = (name, onclick) => make('button', say(name), { onclick });
  show(location.search);
  for (const element of all('play=play')) {
    const { part } = element.dataset, slots = { component: book.names.components[part], heading: say('heading.play') };
    const groupOf = (list, name) => make('fieldset', [make('legend', say(name)),
      ...fields.filter((it) => it.list === list && it.component === part).map(controlOf)]);
    element.append(
      make(part ? 'h3' : 'h2', say(part ? 'heading.part' : 'heading.play', slots)),
      make('p', say('play.intro')),
      groupOf('w', 'play.weights'),
      groupOf('q', 'play.workload'),
      make('p', [button('play.reset', reset), ' ', button('play.link', copy)]),
    );
    element.addEventListener('focusin', () => solve(book.problem), { once: true });
  }
  for (const it of fields) it.write(it.given);
  all('play=state')[0].append(told, heard);
}

globalThis.document?.querySelectorAll('.tradeoff-play').forEach(play);

globalThis.tradeoffPlay = { read, fill, speakerOf, composed, fieldsOf, take, changed };
})();
