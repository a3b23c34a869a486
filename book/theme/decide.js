// The crate `decide`, to the last bit: its names and its order of operations hold here.
(() => {
'use strict';

const EPS = 1 / 1099511627776;
const WORDS = ['clear', 'leaning', 'depends', 'too-close', 'nothing-fits'];
const RUNS = [0, 1]; // stated, stressed

const named = (names, list) => Object.fromEntries(names.map((id, at) => [id, list[at]]));
const byText = (a, b) => (a < b ? -1 : +(a > b));
const byId = (a, b) => byText(a.id, b.id);
const total = (numbers) => numbers.reduce((sum, it) => sum + it, 0);
const additive = (weights, values) => weights.reduce((sum, weight, at) => sum + weight * values[at], 0);
const refuse = () => { throw new RangeError(); };

// A lane has a number for every draw, or one for all; it is kept while every solve asks for it.

let kept = new Map(), used = new Map(), serial = 0;
let seed, draws;

function once(key, make) {
  const id = `${[seed, draws, key]}`, it = used.get(id) ?? kept.get(id) ?? make();
  used.set(id, it);
  return it;
}

const asLane = (numbers) => ({ key: `#${serial++}`, numbers, every: numbers.length === 1 ? 0 : -1 });
const lane = (key, make) => once(key, () => asLane(make()));
const fixed = (number) => ({ key: number, numbers: Float64Array.of(number), every: 0 });
const numberAt = ({ numbers, every }, at) => numbers[at & every];

const mapped = (key, of, a, b = a) => lane(key, () => {
  const out = new Float64Array(Math.max(a.numbers.length, b.numbers.length));
  for (let at = 0; at < out.length; at++) out[at] = of(numberAt(a, at), numberAt(b, at));
  return out;
});
const joined = (of, a, b = a) => mapped([of.name, a.key, b.key], of, a, b);

const spread = (it) => once(['spread', it.key], () => {
  let sum = 0, min = Infinity, max = -Infinity;
  for (let at = 0; at < draws; at++) {
    const number = numberAt(it, at);
    sum += number;
    min = least(min, number);
    max = greatest(max, number);
  }
  return { sum, mean: sum / draws, min, max };
});
const centralOf = (it) => (it.every ? spread(it).mean : it.numbers[0]);

const words = (name, count = draws) => lane(['words', name, count], () => {
  const text = new TextEncoder().encode(`${seed}/${name}`);
  const hash = (basis) => text.reduce((it, byte) => Math.imul(it ^ byte, 16777619), basis);
  let a = hash(0x811c9dc5), b = hash(0x9e3779b9), c = hash(0x85ebca6b);
  const out = new Uint32Array(count);
  for (let at = -15, n = 1; at < count; at++, n++) {
    const word = (a + b + n) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    if (at >= 0) out[at] = word;
  }
  return out;
});

const share = (word) => (word + 0.5) / 4294967296;

const triangular = ({ low, mode, high }) => {
  const width = high - low, below = (mode - low) / width;
  return (word) => {
    const u = share(word);
    const amount = u < below
      ? low + Math.sqrt((u * width) * (mode - low))
      : high - Math.sqrt(((1 - u) * width) * (high - mode));
    return least(greatest(amount, low), high);
  };
};

const thirds = (stream) => mapped(['thirds', stream], (word) => (word < 0x55555555 ? 0 : word < 0xaaaaaaab ? 2 : 1), words(stream));

const orders = (groups) => once(['orders', groups], () => {
  const count = total(groups), ties = total(groups.filter((size) => size > 1));
  const drawn = words('order', (count - 1 + ties) * draws).numbers;
  const weights = Array(count).fill().map(() => new Float64Array(draws));
  for (let at = 0, next = 0; at < draws; at++) {
    const cuts = drawn.slice(next, next += count - 1).sort(), ranked = [];
    for (let rank = count - 1, sum = 0, end = 1; rank >= 0; rank--) {
      const start = rank > 0 ? share(cuts[rank - 1]) : 0;
      sum += (end - start) / (rank + 1);
      ranked[rank] = sum;
      end = start;
    }
    let from = 0;
    for (const size of groups) {
      const lots = size > 1 ? drawn.slice(next, next += size) : [0];
      const members = [...lots.keys()].sort((a, b) => lots[a] - lots[b]);
      members.forEach((member, place) => { weights[from + member][at] = ranked[from + place]; });
      from += size;
    }
  }
  return weights.map(asLane);
});

function bothRuns(it, isSwing) {
  const { low = it, mode = it, high = it } = it, doubled = mode - 2 * (mode - low);
  let from = low > 0 ? Math.max(doubled, low / 2) : low < 0 ? doubled : 0, to = mode + 2 * (high - mode);
  if (isSwing) [from, to] = [Math.min(from, mode / 2), Math.max(to, 1.5 * mode)];
  const runs = [{ low, mode, high }, { low: from, mode, high: to }];
  const isRange = (it) => it.low <= mode && mode <= it.high && isFinite((it.high - it.low) * (it.high - it.low));
  return runs.every(isRange) ? runs : refuse();
}

const scaleOf = ({ points, levels, values }) => ({
  points: points ?? levels.map((_, at) => [at, values ? values[at] : at / (levels.length - 1)]),
  levels,
});

function worth(points, amount) {
  const last = points.length - 1;
  let at = 0;
  while (at < last && points[at + 1][0] <= amount) at++;
  const [x, y] = points[at];
  return at === last || amount < x ? y : y + (points[at + 1][1] - y) * ((amount - x) / (points[at + 1][0] - x));
}

function inverse(points, value, near) {
  const between = (a, b) => Math.min(Math.max(near, a), b);
  const ends = [[-Infinity, points[0][1]], ...points, [Infinity, points[points.length - 1][1]]];
  const found = ends.slice(1).flatMap(([x, y], at) => {
    const [x0, y0] = ends[at];
    if (y0 === value && y === value) return [between(x0, x)];
    const inside = Math.min(y0, y) <= value && value <= Math.max(y0, y);
    return inside ? [x0 + (x - x0) * ((value - y0) / (y - y0))] : [];
  });
  const distance = (it) => Math.abs(it - near);
  return found.reduce((best, it) => (distance(best) <= distance(it) ? best : it));
}

const least = (a, b) => (b < a ? b : a);
const greatest = (a, b) => (b > a ? b : a);

const OPERATIONS = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '<': (a, b) => +(a < b),
  '<=': (a, b) => +(a <= b),
  '>': (a, b) => +(a > b),
  '>=': (a, b) => +(a >= b),
  negated: (a) => -a,
  not: (a) => 1 - a,
  min: least,
  max: greatest,
  and: least,
  or: greatest,
  ceil: Math.ceil,
  floor: Math.floor,
};

const TOKEN = /\d[\d.]*(e[+-]?\d+)?|[a-z](-?[a-z\d])*|[<>=!]=|\S/g;

const LEVELS = [['or'], ['and'], [], ['<', '<=', '>', '>=', '==', '!='], ['+', '-'], ['*', '/']];

const parse = (text) => once(['parse', text], () => {
  const tokens = text.match(TOKEN);
  const took = (...signs) => (signs.includes(tokens[0]) ? tokens.shift() : undefined);
  const unary = () => {
    const token = tokens.shift();
    if (token === '-') return { how: 'negated', a: unary() };
    if (isFinite(token)) return { number: +token };
    if (token !== '(' && !took('(')) return { name: token };
    let a = level(0);
    if (token === 'ceil' || token === 'floor') a = { how: token, a };
    while (took(',')) a = { how: token, a, b: level(0) };
    took(')');
    return a;
  };
  const level = (at) => {
    if (at === LEVELS.length) return unary();
    if (at === 2 && took('not')) return { how: 'not', a: level(at) };
    let a = level(at + 1);
    for (let how; (how = took(...LEVELS[at]));) {
      const b = level(at + 1), same = () => ({ how: 'and', a: { how: '<=', a, b }, b: { how: '>=', a, b } });
      a = how === '==' ? same() : how === '!=' ? { how: 'not', a: same() } : { how, a, b };
    }
    return a;
  };
  return level(0);
});

const namesIn = ({ name, a, b }) => (name ? [name] : [a, b].flatMap((it) => (it ? namesIn(it) : [])));

function rangeIn({ number, name, how, ...of }, ranges) {
  if (number !== undefined) return [number, number];
  if (name) return ranges.get(name);
  const a = rangeIn(of.a, ranges), b = of.b ? rangeIn(of.b, ranges) : a;
  if (how === '/' && b && b[0] <= 0 && b[1] >= 0) refuse();
  if (!a || !b) return /[<>]/.test(how) ? [0, 1] : null;
  const corners = a.flatMap((x) => b.map((y) => OPERATIONS[how](x, y)));
  return corners.every(isFinite) ? [corners.reduce(least), corners.reduce(greatest)] : refuse();
}

function laneIn({ number, name, how, a, b }, lanes) {
  if (number !== undefined) return fixed(number);
  return name ? lanes.get(name) : joined(OPERATIONS[how], laneIn(a, lanes), b && laneIn(b, lanes));
}

function crossings({ a, b, quantity, from, to }, modes, trees) {
  const above = (amount) => {
    const ranges = { get: (name) => (name === quantity ? [amount, amount] : trees.has(name) ? rangeIn(trees.get(name), ranges) : modes.get(name)) };
    const [one, other] = [a, b].map(ranges.get);
    return one && other && one[0] >= other[0];
  };
  const found = [];
  for (let last = from, was = above(from), next, is; last < to; last = next, was = is) {
    if (was === null) return was;
    next = Math.min(last * 2, to);
    is = above(next);
    let left = last, right = next;
    for (let step = 0; step < 60 && is !== was; step++) {
      const middle = left + (right - left) * 0.5;
      if (above(middle) === was) left = middle;
      else right = middle;
    }
    if (is !== was) found.push(right);
  }
  return found;
}

function placing(ranks) {
  const count = (test) => ranks.filter(test).length, weights = [];
  const groups = [...new Set(ranks)].sort((a, b) => a - b).map((rank) => count((it) => it === rank));
  for (let place = ranks.length, sum = 0; place > 0; place--) {
    sum += 1 / place;
    weights[place - 1] = sum / ranks.length;
  }
  const centroid = groups.flatMap((size) => {
    const group = weights.splice(0, size);
    return group.fill(total(group) / size);
  });
  return { places: ranks.map((rank, at) => count((it, other) => it < rank || (it === rank && other < at))), groups, centroid };
}

function thousandths(exact, score) {
  const sum = Math.floor(1000 * score + 0.5), points = exact.map(Math.floor);
  const rest = sum - total(points), sign = Math.sign(rest);
  const remainder = (at) => exact[at] - Math.floor(exact[at]);
  const order = [...points.keys()].sort((a, b) => sign * (remainder(b) - remainder(a)));
  for (const at of order.slice(0, Math.abs(rest))) points[at] += sign;
  return { points, total: sum };
}

function tally(scores, out) {
  const zeros = () => scores.map(() => 0);
  const counts = { first: zeros(), ranks: scores.map(zeros), out: zeros(), tied: 0, none: 0 };
  const winners = new Int16Array(draws).fill(-1), isOut = zeros();
  for (let at = 0; at < draws; at++) {
    let left = 0;
    for (let it = 0; it < isOut.length; it++) {
      isOut[it] = numberAt(out[it], at);
      if (isOut[it]) counts.out[it]++;
      else left++;
    }
    for (let it = 0; it < isOut.length; it++) {
      if (isOut[it]) continue;
      let rank = 0;
      for (let other = 0; other < isOut.length; other++) {
        if (!isOut[other] && scores[other][at] - scores[it][at] > -EPS) rank++;
      }
      counts.ranks[it][rank - 1]++;
      if (rank === 1) winners[at] = it;
    }
    if (winners[at] >= 0) counts.first[winners[at]]++;
    else if (left) counts.tied++;
    else counts.none++;
  }
  return { ...counts, winners };
}

function decided(problem) {
  const { thresholds = { clear: 90, stress: 80, leaning: 70, depends: 70 } } = problem;
  const options = problem.options.map((it) => it.id).sort(), needs = Object.keys(problem.needs).sort();
  const byOption = (list) => named(options, list), byNeed = (list) => named(needs, list);
  const scales = needs.map((id) => scaleOf(problem.dimensions[id]));

  const given = Object.entries({ ...problem.facts, ...problem.quantities }).map(([id, it]) => [id, it === null ? null : bothRuns(it)]);
  const trees = new Map(problem.formulas?.map(({ id, formula }) => [id, parse(formula)]));
  const namesOf = (of) => new Map(given.map(([id, runs]) => [id, runs && of(runs, id)]));
  const rangesOf = (range) => {
    const ranges = namesOf(range);
    trees.forEach((tree, id) => ranges.set(id, rangeIn(tree, ranges)));
    return ranges;
  };
  const ranges = RUNS.map((run) => rangesOf((runs) => [runs[run].low, runs[run].high]));
  const modes = rangesOf(([{ mode }]) => [mode, mode]);
  const isStated = (name) => ranges[0].get(name) !== null;
  const uncertain = [];
  const drawn = (stream, runs, run) => {
    const range = runs[run];
    if (range.low >= range.high) return fixed(range.mode);
    if (run === 0) uncertain.push(stream);
    return mapped([stream, ...Object.values(range)], triangular(range), words(stream));
  };
  const lanes = RUNS.map((run) => {
    const lanes = namesOf((runs, id) => drawn(`quantity/${id}`, runs, run));
    for (const [id, tree] of trees) if (isStated(id)) lanes.set(id, laneIn(tree, lanes));
    return lanes;
  });

  const asked = needs.map((id) => problem.needs[id]);
  const weighed = RUNS.map((run) => {
    if (asked[0].rank) {
      const { places, groups, centroid } = placing(asked.map((it) => it.rank));
      return places.map((place) => (run ? orders(groups)[place] : fixed(centroid[place])));
    }
    const points = asked.map((it, at) => drawn(`need/${needs[at]}`, bothRuns(it.swing, true), run));
    const sum = points.reduce((sum, it) => joined(OPERATIONS['+'], sum, it), fixed(0));
    return points.map((it) => joined(OPERATIONS['/'], it, sum));
  });

  const unknown = [];
  const cells = options.map((option) => needs.map((need, at) => {
    const cell = problem.cells[option][need], id = `${option}/${need}`, stream = `cell/${id}`, { points, levels } = scales[at];
    const cellOf = (lanes, central = centralOf(lanes[0]), range) => ({ lanes, central, range });
    const worthOf = (it) => mapped(['worth', it.key, points], (amount) => worth(points, amount), it);
    if (cell.unknown || !isStated(cell.formula)) {
      const it = mapped(stream, share, words(stream));
      uncertain.push(stream);
      unknown.push(id);
      return cellOf([it, it], 0.5);
    }
    if (cell.value !== undefined) return cellOf(RUNS.map(() => fixed(cell.value)));
    if (cell.formula) {
      const both = lanes.map((it) => worthOf(it.get(cell.formula)));
      return cellOf(both, spread(both[0]).mean);
    }
    const runs = bothRuns(cell.level ? levels.indexOf(cell.level) : cell);
    return cellOf(RUNS.map((run) => worthOf(drawn(stream, runs, run))), undefined, runs[0]);
  }));

  const limits = (problem.limits ?? []).map(({ id, option, when, unless = [] }) => {
    const tree = parse(when), isUnstated = !namesIn(tree).every(isStated);
    const statuses = RUNS.map((run) => {
      const [always, ever] = rangeIn(tree, ranges[run]);
      const taken = unless.some((it) => it.state === 'taken');
      return !ever ? 'clear' : !always && isUnstated ? 'unstated' : taken ? 'lifted' : always ? 'fires' : 'straddles';
    });
    return { id, option, unless, status: statuses[0], holds: statuses.map((status, run) => (
      statuses[0] === 'fires' ? fixed(1) : status === 'straddles' ? laneIn(tree, lanes[run]) : fixed(0))) };
  });
  limits.sort(byId);
  const ruledOut = options.map((id) => limits.some((it) => it.option === id && it.status === 'fires'));

  const weights = weighed[0].map(centralOf);
  const values = cells.map((row) => row.map((it) => it.central));
  const scores = values.map((row) => additive(weights, row));

  const [base, stress] = RUNS.map((run) => {
    const own = (id) => limits.filter((it) => it.option === id).map((it) => it.holds[run]);
    const out = options.map((id) => own(id).reduce((a, b) => joined(greatest, a, b), fixed(0)));
    const drawnScores = cells.map((row) => {
      const sums = new Float64Array(draws);
      row.forEach((cell, need) => {
        const weight = weighed[run][need], value = cell.lanes[run];
        for (let at = 0; at < draws; at++) sums[at] += numberAt(weight, at) * numberAt(value, at);
      });
      return sums;
    });
    return tally(drawnScores, out);
  });

  const leader = (first, but) => {
    const ahead = (a, b) => first[b] - first[a] || scores[b] - scores[a];
    const left = [...options.keys()].filter((it) => !ruledOut[it] && it !== but);
    return left.sort(ahead)[0];
  };
  const best = leader(base.first), runnerUp = leader(base.first, best), hasRivals = runnerUp !== undefined;
  const isOnly = !hasRivals && base.out[best] === 0;
  const reaches = ({ first }, percent) => first[best] * 100 >= percent * draws;
  const isClear = isOnly || (reaches(base, thresholds.clear) && reaches(stress, thresholds.stress));
  const word = best === undefined ? 'nothing-fits' : isClear ? 'clear' : reaches(base, thresholds.leaning) ? 'leaning' : 'too-close';

  const groupsOf = (kind, id, lane, names) => {
    const groups = names.map(() => ({ draws: 0, first: options.map(() => 0) }));
    for (let at = 0; at < draws; at++) {
      const group = groups[numberAt(lane, at)], winner = base.winners[at];
      if (!group) continue;
      group.draws++;
      if (winner >= 0) group.first[winner]++;
    }
    const [low, high] = groups.map((it) => {
      const first = Math.max(...it.first);
      return { best: options[it.first.indexOf(first)], first, draws: it.draws };
    });
    const isSure = (it) => it.first > 0 && it.draws * 100 >= draws && it.first * 100 >= thresholds.depends * it.draws;
    if (!isSure(low) || !isSure(high) || low.best === high.best) return [];
    return [{ share: low.first / low.draws + high.first / high.draws, depends: named(['kind', 'id', ...names], [kind, id, low, high]) }];
  };
  const dependsOn = () => {
    const others = uncertain.flatMap((stream) => {
      const [kind, ...id] = stream.split('/');
      return groupsOf(kind, id.join('/'), thirds(stream), ['low', 'high']);
    });
    const found = limits.flatMap(({ id, status, holds }) => (status === 'straddles'
      ? groupsOf('limit', id, joined(OPERATIONS.not, holds[0]), ['fires', 'else'])
      : []));
    return [found, others].flatMap((list) => list.sort((a, b) => b.share - a.share
      || byText(a.depends.kind, b.depends.kind) || byId(a.depends, b.depends)))[0]?.depends ?? null;
  };
  const depends = word === 'leaning' || word === 'too-close' ? dependsOn() : null;

  const points = values.map((row, it) => thousandths(row.map((value, at) => 1000 * (weights[at] * value)), scores[it]));
  const printed = ({ points, total }) => ({ points: byNeed(points), total });
  const less = (one, other) => ({ points: one.points.map((it, at) => it - other.points[at]), total: one.total - other.total });

  const differences = needs.map((_, at) => values[best]?.[at] - values[runnerUp]?.[at]);
  const lead = additive(differences, weights);
  const tieWeights = needs.map((need, at) => {
    const rest = (lead - weights[at] * differences[at]) / (1 - weights[at]);
    return { need, now: weights[at], at: rest / (rest - differences[at]) };
  }).filter((it) => needs.length > 1 && it.at >= 0 && it.at <= 1);
  tieWeights.sort((a, b) => Math.abs(a.at - a.now) - Math.abs(b.at - b.now));
  const tieScores = (hasRivals ? [best, runnerUp] : []).flatMap((it) => needs.flatMap((dimension, need) => {
    const { points, levels } = scales[need], first = points[0][1], last = points[points.length - 1][1];
    const { range, central } = cells[it][need], step = lead / weights[need];
    const tie = it === best ? central - step : central + step;
    if (!(least(first, last) <= tie && tie <= greatest(first, last))) return [];
    const found = { option: options[it], dimension, value_now: central, value_at: tie, now: null, at: null, inside_range: false };
    if (!range) return [found];
    const at = inverse(points, tie, range.mode);
    const rises = tie === central ? it !== best : tie > central;
    const whole = rises === first < last ? Math.ceil(at) : Math.floor(at);
    const level = levels && { level: levels[Math.min(Math.max(whole, 0), levels.length - 1)] };
    return [{ ...found, now: range.mode, at, inside_range: range.low <= at && at <= range.high, ...level }];
  }));
  const distance = (it) => Math.abs(it.value_at - it.value_now), place = (it) => `${it.option}/${it.dimension}`;
  tieScores.sort((a, b) => b.inside_range - a.inside_range || distance(a) - distance(b) || byText(place(a), place(b)));

  const ruledOutBy = options.flatMap((option, it) => {
    const firing = limits.filter((limit) => limit.option === option && limit.status === 'fires');
    const open = firing.flatMap(({ id, unless }) => unless.filter(({ state }) => state === 'open').map((escape) => `${id}/${escape.id}`));
    const isBehind = (score, other) => ruledOut[other] || score < scores[it] || (score === scores[it] && it < other);
    return ruledOut[it] ? [{ option, limits: firing.map(({ id }) => id), open_escapes: open.sort(), first_if_lifted: scores.every(isBehind) }] : [];
  });
  const breakevens = (problem.breakevens ?? []).map((it) => ({ id: it.id, crossings: crossings(it, modes, trees) }));
  const countsOf = ({ first, out, tied, none }) => ({ first: byOption(first), out: byOption(out), tied, none });

  return {
    id: problem.id,
    draws,
    word: depends ? 'depends' : word,
    best: options[best] ?? null,
    runner_up: options[runnerUp] ?? null,
    by_elimination: isOnly,
    depends,
    weights: byNeed(weights),
    values: byOption(values.map(byNeed)),
    scores: byOption(scores),
    contributions: byOption(points.map(printed)),
    waterfall: hasRivals ? printed(less(points[best], points[runnerUp])) : null,
    ...countsOf(base),
    ranks: byOption(base.ranks),
    stress: { best: options[leader(stress.first)] ?? null, ...countsOf(stress) },
    limits: limits.map(({ id, option, status, holds }) => ({ id, option, status, draws: spread(holds[0]).sum })),
    ruled_out: ruledOutBy,
    tie_weights: tieWeights,
    tie_scores: tieScores,
    formulas: Object.fromEntries([...trees.keys()].map((id) => {
      if (!isStated(id)) return [id, null];
      const { mean, min, max } = spread(lanes[0].get(id));
      return [id, { mode: modes.get(id)[0], mean, min, max }];
    })),
    breakevens: breakevens.sort(byId),
    unknown: unknown.sort(),
  };
}

function partsOf({ components = [], ...whole }) {
  const parts = components.map(({ id, needs = whole.needs, quantities }) => (
    { component: id, problem: { ...whole, id, needs, quantities: { ...whole.quantities, ...quantities } } }));
  return parts.length ? parts.sort((a, b) => byText(a.component, b.component)) : [{ problem: whole }];
}

function solve(problem, settings) {
  ({ seed = 'tradeoff', draws = 10000 } = { ...problem, ...settings });
  used = new Map();
  const parts = partsOf(problem).map((it) => decided(it.problem));
  kept = used;
  if (!problem.components?.length) return parts[0];
  const rank = (it) => WORDS.indexOf(it.word), [{ best }] = parts;
  const weakest = [...parts].sort((a, b) => rank(b) - rank(a))[0];
  const isAgreed = parts.every((it) => it.best === best), isSure = rank(weakest) < 2;
  const word = weakest.word === 'nothing-fits' || isAgreed ? weakest.word : isSure ? 'split' : 'depends';
  return {
    id: problem.id,
    word,
    best: isAgreed && word !== 'nothing-fits' ? best : null,
    depends: word === 'depends' ? weakest.id : null,
    components: named(parts.map((it) => it.id), parts),
  };
}

function compute(formula, get) {
  try {
    return rangeIn(parse(formula), { get })?.[0];
  } catch {}
}

globalThis.tradeoffDecide = { byId, compute, partsOf, solve };
})();
