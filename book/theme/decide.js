// The mathematics of a decision: what `tradeoff decide --problem` computes, to the last bit of every number.
//
// `tradeoffDecide.solve(problem, { draws })` takes a problem in the form of `tradeoff decide --format problem` and gives the
// result in the form of `--format json`, without what only the book's own weights have: where the winner flips, tie
// quantities, agreement with other methods, warnings. It throws an error with a `fault` and the `path` of the field.
//
// Every order of operations below is that of the crate `decide`; so is every name where it can be.
(() => {
  'use strict';

  const EPS = 1 / 1099511627776;
  const STEP = 1 / 4294967296;
  const DRAWS = 10000;
  const THRESHOLDS = { clear: 90, stress: 80, leaning: 70, depends: 70 };
  /** Surest first, up to `too-close`. */
  const WORDS = ['clear', 'leaning', 'depends', 'too-close', 'split', 'nothing-fits'];
  const BASE = 0, STRESS = 1, RUNS = [BASE, STRESS];

  const range = (count) => Array.from({ length: count }, (_, at) => at);
  const sorted = (ids) => [...ids].sort();
  const named = (ids, of) => Object.fromEntries(ids.map((id, at) => [id, of(at)]));
  const byId = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  /** The error that the field at `path` cannot be computed with. */
  const fault = (name, path) => Object.assign(new Error(`${path}: ${name}`), { fault: name, path });

  // ---- lanes: a number for every draw, or one for all of them, kept from one solve to the next ----

  let kept = new Map();
  let used = new Map();
  let serial = 0;

  /** What `make` gives, made only once as long as every solve asks for it. */
  function remembered(key, make) {
    const it = used.get(key) ?? kept.get(key) ?? make();
    used.set(key, it);
    return it;
  }

  const laneOf = (numbers) => ({ id: `#${serial++}`, numbers });
  const fixed = (number) => ({ id: `=${number}`, numbers: Float64Array.of(number) });
  /** A lane that a fixed key describes wholly. */
  const lane = (key, make) => remembered(key, () => laneOf(make()));
  /** An index is masked with it: a lane of one number has it in every draw. */
  const mask = (numbers) => (numbers.length === 1 ? 0 : -1);

  /** Sum over all draws, and least and greatest of them. */
  function spread(it, draws) {
    if (it.spread?.draws === draws) return it.spread;
    const { numbers } = it, every = mask(numbers);
    let sum = 0, min = Infinity, max = -Infinity;
    for (let at = 0; at < draws; at++) {
      const number = numbers[at & every];
      sum += number;
      if (number < min) min = number;
      if (number > max) max = number;
    }
    it.spread = { draws, sum, min, max };
    return it.spread;
  }

  const mean = (it, draws) => spread(it, draws).sum / draws;

  // ---- streams of random words, named after what is drawn ----

  const BASES = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b];

  /** The first `count` words of the stream `name`. */
  function words(seed, name, count) {
    return remembered(`words|${seed}|${name}|${count}`, () => {
      const text = new TextEncoder().encode(`${seed}/${name}`);
      let [a, b, c] = BASES.map((basis) => text.reduce((hash, byte) => Math.imul(hash ^ byte, 16777619), basis));
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
  }

  /** Numbers of a triangular range, each the quantile of a word. */
  function triangular(drawn, { low, mode, high }) {
    const out = new Float64Array(drawn.length);
    const width = high - low, below = (mode - low) / width;
    for (let at = 0; at < out.length; at++) {
      const u = (drawn[at] + 0.5) * STEP;
      const amount = u < below
        ? low + Math.sqrt((u * width) * (mode - low))
        : high - Math.sqrt(((1 - u) * width) * (high - mode));
      out[at] = amount < low ? low : amount > high ? high : amount;
    }
    return out;
  }

  /** By need (by rank, then by id): its weights in every draw, uniform over all that respect the ranks. */
  function orders(seed, groups, draws) {
    return remembered(`order|${seed}|${groups}|${draws}`, () => {
      const count = groups.reduce((sum, size) => sum + size, 0);
      const lots = groups.reduce((sum, size) => sum + (size > 1 ? size : 0), 0);
      const each = count - 1 + lots;
      const drawn = words(seed, 'order', each * draws);
      const weights = range(count).map(() => new Float64Array(draws));
      const cuts = new Uint32Array(count - 1), ranked = new Float64Array(count);
      for (let at = 0, next = 0; at < draws; at++) {
        for (let cut = 0; cut < cuts.length; cut++) cuts[cut] = drawn[next++];
        cuts.sort();
        for (let rank = count - 1, sum = 0, end = 1; rank >= 0; rank--) {
          const start = rank > 0 ? (cuts[rank - 1] + 0.5) * STEP : 0;
          sum += (end - start) / (rank + 1);
          ranked[rank] = sum;
          end = start;
        }
        let from = 0;
        for (const size of groups) {
          if (size === 1) {
            weights[from][at] = ranked[from];
          } else {
            const lots = range(size).map((member) => [drawn[next++], member]);
            lots.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
            lots.forEach(([, member], place) => { weights[from + member][at] = ranked[from + place]; });
          }
          from += size;
        }
      }
      return weights.map(laneOf);
    });
  }

  // ---- ranges and value functions ----

  const isExact = (it) => it.low >= it.high;

  /** The range of `amount`, if it can be computed with. */
  function rangeOf(amount, path) {
    const { low, mode, high } = typeof amount === 'number' ? { low: amount, mode: amount, high: amount } : amount;
    const width = high - low;
    if (!(low <= mode && mode <= high && Number.isFinite(width * width))) throw fault('range', path);
    return { low, mode, high };
  }

  /** The range of the stress run: both halves doubled, but a range above 0 stays above 0. */
  function stressed({ low, mode, high }, path) {
    const least = mode - 2 * (mode - low);
    return rangeOf({ low: low > 0 ? Math.max(least, low / 2) : low < 0 ? least : 0, mode, high: mode + 2 * (high - mode) }, path);
  }

  /** The same of a swing, so that one number is no certainty. */
  function stressedSwing(swing, path) {
    const { low, mode, high } = stressed(swing, path);
    return rangeOf({ low: Math.min(low, mode / 2), mode, high: Math.max(high, 1.5 * mode) }, path);
  }

  function bothRuns(amount, path, widened = stressed) {
    const base = rangeOf(amount, path);
    return [base, widened(base, path)];
  }

  /** What amounts are worth. */
  function functionOf({ points, levels, values }) {
    const pairs = points ?? levels.map((_, at) => [at, values ? values[at] : at / (levels.length - 1)]);
    return { xs: Float64Array.from(pairs, ([x]) => x), ys: Float64Array.from(pairs, ([, y]) => y), levels, id: String(pairs) };
  }

  function worth({ xs, ys }, amount) {
    const last = xs.length - 1;
    if (amount < xs[0]) return ys[0];
    let at = 0;
    while (at < last && xs[at + 1] <= amount) at++;
    return at === last ? ys[last] : ys[at] + (ys[at + 1] - ys[at]) * ((amount - xs[at]) / (xs[at + 1] - xs[at]));
  }

  /** Of all amounts that are worth `value` the one nearest to `near`; null if none is. */
  function inverse({ xs, ys }, value, near) {
    const last = xs.length - 1, found = [];
    if (ys[0] === value) found.push(Math.min(near, xs[0]));
    for (let at = 0; at < last; at++) {
      const x = xs[at], y = ys[at], nextX = xs[at + 1], nextY = ys[at + 1];
      if (y === value && nextY === value) found.push(Math.min(Math.max(near, x), nextX));
      else if (Math.min(y, nextY) <= value && value <= Math.max(y, nextY)) found.push(x + (nextX - x) * ((value - y) / (nextY - y)));
    }
    if (ys[last] === value) found.push(Math.max(near, xs[last]));
    const nearer = (best, it) => (best !== null && Math.abs(best - near) <= Math.abs(it - near) ? best : it);
    return found.reduce(nearer, null);
  }

  // ---- formulas: read once, then computed over ranges or over lanes ----

  const TOKEN = /[ \t\r\n]*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([a-z][a-z0-9]*(?:-[a-z0-9]+)*)|(<=|>=|==|!=|[-<>+*/(),]))/gy;
  const parsed = new Map();

  /** The tree of a formula: `{ number }`, `{ name }`, or `{ how, a, b }`. */
  function parse(text) {
    if (!parsed.has(text)) parsed.set(text, read([...text.matchAll(TOKEN)]));
    return parsed.get(text);
  }

  function read(tokens) {
    let at = 0;
    const peek = () => tokens[at]?.[3] ?? tokens[at]?.[2];
    const took = (...signs) => (signs.includes(peek()) ? tokens[at++][0].trim() : undefined);
    const chain = (inner, ...signs) => () => {
      let a = inner();
      for (let how = took(...signs); how; how = took(...signs)) a = { how, a, b: inner() };
      return a;
    };
    const unary = () => {
      if (took('-')) return { how: 'negated', a: unary() };
      const [, number, name] = tokens[at++];
      if (number !== undefined) return { number: Number(number) };
      if (name !== undefined && !took('(')) return { name };
      let a = either();
      if (name === 'ceil' || name === 'floor') a = { how: name, a };
      while (took(',')) a = { how: name, a, b: either() };
      took(')');
      return a;
    };
    const sum = chain(chain(unary, '*', '/'), '+', '-');
    const comparison = () => {
      const a = sum();
      const how = took('<', '<=', '>', '>=', '==', '!=');
      if (!how) return a;
      const b = sum(), same = { how: 'and', a: { how: '<=', a, b }, b: { how: '>=', a, b } };
      return how === '==' ? same : how === '!=' ? { how: 'not', a: same } : { how, a, b };
    };
    const negation = () => (took('not') ? { how: 'not', a: negation() } : comparison());
    const either = chain(chain(negation, 'and'), 'or');
    return either();
  }

  function namesOf(tree, found = new Set()) {
    if (tree.name !== undefined) found.add(tree.name);
    if (tree.a) namesOf(tree.a, found);
    if (tree.b) namesOf(tree.b, found);
    return found;
  }

  const least = (a, b) => (b < a ? b : a);
  const greatest = (a, b) => (b > a ? b : a);
  const compare = (holds) => (a, b) => +holds(a, b);

  /** What two numbers become; truth is 0 or 1. Each rises or falls in each of them, wherever it is defined. */
  const OPERATIONS = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
    min: least,
    max: greatest,
    ceil: Math.ceil,
    floor: Math.floor,
    negated: (a) => -a,
    '<': compare((a, b) => a < b),
    '<=': compare((a, b) => a <= b),
    '>': compare((a, b) => a > b),
    '>=': compare((a, b) => a >= b),
    and: least,
    or: greatest,
    not: (a) => 1 - a,
  };

  /** The least and greatest a tree can be, when every name is in the range that `values` has of it; null if not stated. */
  function rangeIn(tree, values, path) {
    const { number, name, how } = tree;
    if (number !== undefined) return [number, number];
    if (name !== undefined) return values.get(name);
    const a = rangeIn(tree.a, values, path), b = tree.b ? rangeIn(tree.b, values, path) : a;
    if (how === '/' && b && b[0] <= 0 && b[1] >= 0) throw fault('divides-by-zero', path);
    // A comparison with what is not stated can be true or false.
    if (!a || !b) return /[<>]/.test(how) ? [0, 1] : null;
    const corners = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([i, j]) => OPERATIONS[how](a[i], b[j]));
    if (!corners.every(isFinite)) throw fault('overflow', path);
    return [corners.reduce(least), corners.reduce(greatest)];
  }

  /** The numbers of a tree in every draw, when every name has the lane that `lanes` has of it. */
  function numbersIn(tree, lanes) {
    if (tree.number !== undefined) return Float64Array.of(tree.number);
    if (tree.name !== undefined) return lanes.get(tree.name).numbers;
    const a = numbersIn(tree.a, lanes), b = tree.b ? numbersIn(tree.b, lanes) : a;
    return combined(OPERATIONS[tree.how], a, b);
  }

  function combined(of, a, b) {
    const out = new Float64Array(Math.max(a.length, b.length)), everyA = mask(a), everyB = mask(b);
    for (let at = 0; at < out.length; at++) out[at] = of(a[at & everyA], b[at & everyB]);
    return out;
  }

  /** The lane of a tree; the same lanes give the same one. */
  function laneIn(tree, text, lanes) {
    const key = [...namesOf(tree)].map((name) => lanes.get(name).id);
    return lane(`formula|${text}|${key}`, () => numbersIn(tree, lanes));
  }

  // ---- the workload: quantities, facts, and formulas in their order ----

  /** What formulas and limits can name, in the ranges of both runs. */
  function workloadOf(problem) {
    const quantities = new Map(), unstated = new Set();
    for (const id of sorted(Object.keys(problem.quantities ?? {}))) {
      const amount = problem.quantities[id];
      if (amount === null) unstated.add(id);
      quantities.set(id, amount === null ? null : bothRuns(amount, `quantities.${id}`));
    }
    const facts = Object.entries(problem.facts ?? {});
    const formulas = (problem.formulas ?? []).map(({ id, formula }) => {
      const tree = parse(formula), names = [...namesOf(tree)];
      // What reads what is not stated is not stated either.
      if (names.some((name) => unstated.has(name))) unstated.add(id);
      return { id, text: formula, tree, names };
    });
    return { quantities, unstated, facts, formulas };
  }

  /** The range of every name when the quantities have those that `of` makes of theirs. */
  function ranges({ quantities, facts, formulas }, of) {
    const values = new Map();
    for (const [id, runs] of quantities) values.set(id, runs && of(runs));
    for (const [id, fact] of facts) values.set(id, [fact, fact]);
    formulas.forEach(({ id, tree }, at) => values.set(id, rangeIn(tree, values, `formulas[${at}].formula`)));
    return values;
  }

  const inRun = (run) => (runs) => [runs[run].low, runs[run].high];
  const atMode = ([base]) => [base.mode, base.mode];

  /** What becomes of each limit in both runs, in id order. */
  function limitsOf(problem, workload, values) {
    const limits = (problem.limits ?? []).map(({ id, option, when, unless = [] }, at) => {
      const tree = parse(when);
      const unstated = [...namesOf(tree)].some((name) => workload.unstated.has(name));
      const taken = unless.some((it) => it.state === 'taken');
      const status = RUNS.map((run) => {
        const [always, ever] = rangeIn(tree, values[run], `limits[${at}].when`);
        if (!ever) return 'clear';
        if (!always && unstated) return 'unstated';
        if (taken) return 'lifted';
        return always ? 'fires' : 'straddles';
      });
      return { id, option, tree, text: when, unless, status };
    });
    return limits.sort((a, b) => byId(a.id, b.id));
  }

  /** Where two formulas cross when one quantity moves and all others are at their most likely. */
  function crossings({ a, b, quantity, from, to }, at, workload) {
    const { formulas, unstated } = workload;
    const reads = new Set([a, b]);
    for (const it of [...formulas].reverse()) if (reads.has(it.id)) it.names.forEach((name) => reads.add(name));
    if ([...workload.quantities.keys()].some((id) => id !== quantity && reads.has(id) && unstated.has(id))) return null;
    const needed = formulas.filter((it) => reads.has(it.id));
    const values = ranges({ ...workload, formulas: [] }, atMode);
    const above = (amount) => {
      values.set(quantity, [amount, amount]);
      for (const { id, tree } of needed) values.set(id, rangeIn(tree, values, `breakevens[${at}]`));
      return values.get(a)[0] >= values.get(b)[0];
    };
    const found = [];
    for (let last = from, was = above(from); last < to;) {
      const next = Math.min(last * 2, to), is = above(next);
      if (is !== was) found.push(bisect(last, next, (it) => above(it) === was));
      last = next;
      was = is;
    }
    return found;
  }

  /** The amount up to which `same` still holds. */
  function bisect(left, right, same) {
    for (let step = 0; step < 60; step++) {
      const middle = left + (right - left) * 0.5;
      if (same(middle)) left = middle;
      else right = middle;
    }
    return right;
  }

  // ---- weights ----

  /** Needs that carry ranks: the place of each, how many share a place, and the mean of all weights that respect them. */
  function placing(ranks) {
    const order = range(ranks.length).sort((a, b) => ranks[a] - ranks[b] || a - b);
    const positions = range(ranks.length).map((need) => order.indexOf(need));
    const groups = [];
    order.forEach((need, at) => {
      if (at > 0 && ranks[order[at - 1]] === ranks[need]) groups[groups.length - 1]++;
      else groups.push(1);
    });
    const weights = [];
    for (let rank = ranks.length, sum = 0; rank > 0; rank--) {
      sum += 1 / rank;
      weights[rank - 1] = sum / ranks.length;
    }
    let from = 0;
    for (const size of groups) {
      const shared = weights.slice(from, from + size).reduce((sum, it) => sum + it, 0) / size;
      weights.fill(shared, from, from + size);
      from += size;
    }
    return { positions, groups, centroid: positions.map((it) => weights[it]) };
  }

  /** The lanes of the weights in both runs, and the swings that are uncertain in the base run. */
  function weighing({ problem, needs, seed, draws }) {
    const given = needs.map((id) => problem.needs[id]);
    if (given.length === 0) throw fault('no-needs', 'needs');
    if (given[0].rank !== undefined) {
      const { positions, groups, centroid } = placing(given.map((it) => it.rank));
      const drawn = orders(seed, groups, draws);
      return { weights: [centroid.map(fixed), positions.map((it) => drawn[it])], swings: [], exact: true };
    }
    const swings = given.map((it, at) => bothRuns(it.swing, `needs.${needs[at]}.swing`, stressedSwing));
    const exact = swings.every(([base]) => isExact(base));
    const weights = RUNS.map((run) => {
      const points = swings.map((runs, at) => drawnLane(`need/${needs[at]}`, runs[run], { seed, draws }));
      const add = (sum, it) => combined(OPERATIONS['+'], sum, it.numbers);
      const sum = lane(`sum|${points.map((it) => it.id)}`, () => points.reduce(add, Float64Array.of(0)));
      return points.map((it) => lane(`share|${it.id}|${sum.id}`, () => combined(OPERATIONS['/'], it.numbers, sum.numbers)));
    });
    return { weights, swings, exact };
  }

  /** The lane of a range that is drawn from the stream `name`; exact, of its number. */
  function drawnLane(name, { low, mode, high }, { seed, draws }) {
    if (isExact({ low, high })) return fixed(mode);
    return lane(`drawn|${seed}|${name}|${draws}|${[low, mode, high]}`, () => triangular(words(seed, name, draws), { low, mode, high }));
  }

  /** What the numbers of a lane are worth. */
  function worthLane(it, scale) {
    return lane(`worth|${it.id}|${scale.id}`, () => it.numbers.map((amount) => worth(scale, amount)));
  }

  // ---- cells ----

  /** What is known of an option on a need: `range` of an amount, the value lanes of both runs, the central value. */
  function cellOf(cx, option, need, lanes) {
    const { problem, scales, workload, seed, draws } = cx;
    const scale = scales[need], stream = `cell/${cx.options[option]}/${cx.needs[need]}`;
    const cell = problem.cells[cx.options[option]][cx.needs[need]];
    if (cell.unknown || workload.unstated.has(cell.formula)) {
      const it = lane(`uniform|${seed}|${stream}|${draws}`, () => Float64Array.from(words(seed, stream, draws), (word) => (word + 0.5) * STEP));
      return { lanes: [it, it], central: 0.5, isUnknown: true, stream };
    }
    if (cell.value !== undefined) {
      const it = fixed(cell.value);
      return { lanes: [it, it], central: cell.value };
    }
    if (cell.formula !== undefined) {
      const values = RUNS.map((run) => worthLane(lanes[run].get(cell.formula), scale));
      return { lanes: values, central: mean(values[BASE], draws) };
    }
    const amount = cell.level === undefined ? cell : scale.levels.indexOf(cell.level);
    const runs = bothRuns(amount, `cells.${cx.options[option]}.${cx.needs[need]}`);
    const values = RUNS.map((run) => worthLane(drawnLane(stream, runs[run], cx), scale));
    const exact = isExact(runs[BASE]);
    return {
      range: runs[BASE],
      lanes: values,
      central: exact ? values[BASE].numbers[0] : mean(values[BASE], draws),
      stream: exact ? undefined : stream,
    };
  }

  // ---- one run over all draws ----

  /** The scores of an option in every draw, needs in their order. */
  function scoresOf(weights, values, draws) {
    const scores = new Float64Array(draws);
    weights.forEach(({ numbers: weight }, need) => {
      const value = values[need].numbers, wm = mask(weight), vm = mask(value);
      for (let at = 0; at < draws; at++) scores[at] += weight[at & wm] * value[at & vm];
    });
    return scores;
  }

  /** Counts the draws: who is first, who has which rank, who beats whom, who is out. */
  function tally(scores, out, draws) {
    const count = scores.length;
    const first = new Array(count).fill(0), outs = new Array(count).fill(0);
    const square = () => range(count).map(() => new Array(count).fill(0));
    const ranks = square(), beats = square();
    const winners = new Int16Array(draws).fill(-1), isOut = new Uint8Array(count);
    let tied = 0, none = 0;
    for (let at = 0; at < draws; at++) {
      let left = 0, winner = -1;
      for (let option = 0; option < count; option++) {
        const it = out[option];
        isOut[option] = it[at & (it.length === 1 ? 0 : -1)];
        if (isOut[option]) outs[option]++;
        else left++;
      }
      for (let option = 0; option < count; option++) {
        if (isOut[option]) continue;
        const score = scores[option][at];
        let rank = 0;
        for (let other = 0; other < count; other++) {
          if (isOut[other]) {
            beats[option][other]++;
            continue;
          }
          const its = scores[other][at];
          // A tie takes the worse place, so nobody is first in a tie.
          if (its - score > -EPS) rank++;
          if (score - its >= EPS) beats[option][other]++;
        }
        ranks[option][rank - 1]++;
        if (rank === 1) winner = option;
      }
      winners[at] = winner;
      if (winner >= 0) first[winner]++;
      else if (left > 0) tied++;
      else none++;
    }
    return { first, ranks, beats, out: outs, tied, none, winners };
  }

  /** The run with the ranges as stated, or the one with wider ones. */
  function runOf(cx, run, lanes) {
    const { limits, options, cells, weights, ruledOut, draws } = cx;
    const holds = limits.map((it) => it.status[run] === 'straddles' && laneIn(it.tree, it.text, lanes).numbers);
    const out = options.map((id, option) => {
      const own = holds.filter((it, at) => it && limits[at].option === id);
      if (ruledOut[option] || own.length === 0) return Uint8Array.of(ruledOut[option]);
      return Uint8Array.from({ length: draws }, (_, at) => own.some((it) => it[at & mask(it)]));
    });
    const scores = options.map((_, option) => scoresOf(weights[run], cells[option].map((it) => it.lanes[run]), draws));
    return { ...tally(scores, out, draws), holds };
  }

  /** By option: the mean weights of the draws in which it is first; null if there is none. */
  function centralWeights({ options, needs, weights }, { winners, first }) {
    const sums = options.map(() => needs.map(() => 0));
    weights[STRESS].forEach(({ numbers }, need) => {
      const every = mask(numbers);
      for (let at = 0; at < winners.length; at++) if (winners[at] >= 0) sums[winners[at]][need] += numbers[at & every];
    });
    return named(options, (it) => (first[it] ? named(needs, (need) => sums[it][need] / first[it]) : null));
  }

  // ---- what follows from the counts ----

  /** The option that is first most often, of equals the one with the higher score, then the first id; -1 if none is left. */
  function leader(first, { scores, ruledOut }, but = -1) {
    let best = -1;
    first.forEach((count, it) => {
      if (ruledOut[it] || it === but) return;
      if (best < 0 || count > first[best] || (count === first[best] && scores[it] > scores[best])) best = it;
    });
    return best;
  }

  /** The single input whose two groups of draws have different winners; of several the most decisive. */
  function dependsOn(cx, base) {
    const { limits, options, needs, cells, swings, workload, seed, draws, thresholds } = cx;
    const found = [];
    const consider = (kind, id, side, names = ['low', 'high']) => {
      const sides = [0, 1].map(() => ({ draws: 0, first: options.map(() => 0) }));
      for (let at = 0; at < draws; at++) {
        const it = sides[side(at)];
        if (it === undefined) continue;
        it.draws++;
        if (base.winners[at] >= 0) it.first[base.winners[at]]++;
      }
      const groups = sides.map((it) => {
        const first = Math.max(...it.first), best = it.first.indexOf(first);
        const enough = it.draws * 100 >= draws && first > 0 && first * 100 >= thresholds.depends * it.draws;
        return enough ? { best: options[best], first, draws: it.draws } : undefined;
      });
      const [low, high] = groups;
      if (!low || !high || low.best === high.best) return;
      const sum = low.first / low.draws + high.first / high.draws;
      found.push({ sum, it: { kind, id, [names[0]]: low, [names[1]]: high } });
    };
    const thirds = (stream) => {
      const drawn = words(seed, stream, draws);
      return (at) => (drawn[at] < 0x55555555 ? 0 : drawn[at] >= 0xaaaaaaab ? 1 : 2);
    };
    limits.forEach(({ id, status }, limit) => {
      const holds = base.holds[limit];
      if (status[BASE] === 'straddles') consider('limit', id, (at) => 1 - holds[at & mask(holds)], ['fires', 'else']);
    });
    options.forEach((option, it) => needs.forEach((need, at) => {
      const { stream } = cells[it][at];
      if (stream) consider('cell', `${option}/${need}`, thirds(stream));
    }));
    swings.forEach(([it], at) => { if (!isExact(it)) consider('need', needs[at], thirds(`need/${needs[at]}`)); });
    for (const [id, runs] of workload.quantities) if (runs && !isExact(runs[BASE])) consider('quantity', id, thirds(`quantity/${id}`));
    const isLimit = ({ it }) => it.kind === 'limit';
    found.sort((a, b) => isLimit(b) - isLimit(a) || b.sum - a.sum || byId(a.it.kind, b.it.kind) || byId(a.it.id, b.it.id));
    return found[0]?.it ?? null;
  }

  const additive = (weights, values) => weights.reduce((sum, weight, need) => sum + weight * values[need], 0);

  /** What each need contributes to a score, in thousandths that sum to it, by largest remainder. */
  function thousandths(needs, weights, values, score) {
    const exact = weights.map((weight, need) => 1000 * (weight * values[need]));
    const total = Math.floor(1000 * score + 0.5);
    const points = exact.map(Math.floor);
    const rest = total - points.reduce((sum, it) => sum + it, 0), sign = Math.sign(rest);
    const remainder = (at) => exact[at] - Math.floor(exact[at]);
    const order = range(points.length).sort((a, b) => sign * (remainder(b) - remainder(a)));
    for (const at of order.slice(0, Math.abs(rest))) points[at] += sign;
    return { points: named(needs, (at) => points[at]), total };
  }

  function difference(a, b) {
    const points = Object.keys(a.points).map((id) => [id, a.points[id] - b.points[id]]);
    return { points: Object.fromEntries(points), total: a.total - b.total };
  }

  /** The weight of each need at which best and runner-up tie, the others keeping their proportions; nearest first. */
  function tieWeights({ needs }, weights, differences) {
    const lead = additive(weights, differences);
    const ties = needs.map((need, at) => {
      const rest = (lead - weights[at] * differences[at]) / (1 - weights[at]);
      return { need, now: weights[at], at: rest / (rest - differences[at]) };
    });
    const possible = ties.filter((it) => needs.length > 1 && it.at >= 0 && it.at <= 1);
    return possible.sort((a, b) => Math.abs(a.at - a.now) - Math.abs(b.at - b.now));
  }

  /** All values of a cell at which they tie: those within the stated range first, then the nearest. */
  function tieScores({ options, needs, scales, cells }, weights, differences, best, runnerUp) {
    const lead = additive(weights, differences), found = [];
    for (const option of [best, runnerUp]) {
      needs.forEach((dimension, need) => {
        const { ys, levels } = scales[need], [first, last] = [ys[0], ys[ys.length - 1]];
        const { range, central } = cells[option][need];
        const step = lead / weights[need];
        const tie = option === best ? central - step : central + step;
        if (!(least(first, last) <= tie && tie <= greatest(first, last))) return;
        const at = range ? inverse(scales[need], tie, range.mode) : null;
        const it = { option: options[option], dimension, value_now: central, value_at: tie, now: range?.mode ?? null, at };
        it.inside_range = at !== null && range.low <= at && at <= range.high;
        if (levels && at !== null) {
          // At the tie already: the leader would have to fall, the other one to rise.
          const rises = tie === central ? option !== best : tie > central;
          const whole = rises === first < last ? Math.ceil(at) : Math.floor(at);
          it.level = levels[Math.min(Math.max(whole, 0), levels.length - 1)];
        }
        found.push(it);
      });
    }
    const distance = (it) => Math.abs(it.value_at - it.value_now);
    const id = (it) => `${it.option}/${it.dimension}`;
    return found.sort((a, b) => b.inside_range - a.inside_range || distance(a) - distance(b) || byId(id(a), id(b)));
  }

  /** The options that are ruled out, by what, and whether they would come first without. */
  function ruledOutOf({ options, limits, ruledOut }, scores) {
    const out = range(options.length).filter((it) => ruledOut[it]);
    return out.map((option) => {
      const firing = limits.filter((it) => it.option === options[option] && it.status[BASE] === 'fires');
      const open = firing.flatMap(({ id, unless }) => unless.filter((it) => it.state === 'open').map((it) => `${id}/${it.id}`));
      const behind = (its, other) => ruledOut[other] || its < scores[option] || (its === scores[option] && option < other);
      return {
        option: options[option],
        limits: firing.map((it) => it.id),
        open_escapes: sorted(open),
        first_if_lifted: scores.every(behind),
      };
    });
  }

  function wordOf(cx, base, stress, best, runnerUp) {
    const { draws, thresholds } = cx;
    const reaches = (first, percent) => first * 100 >= percent * draws;
    if (best < 0) return 'nothing-fits';
    if (runnerUp < 0 && base.out[best] === 0) return 'clear';
    if (reaches(base.first[best], thresholds.clear) && reaches(stress.first[best], thresholds.stress)) return 'clear';
    return reaches(base.first[best], thresholds.leaning) ? 'leaning' : 'too-close';
  }

  /** What formulas came to; null for one that reads what is not stated. */
  function figures({ workload, draws }, lanes) {
    const modes = ranges(workload, atMode);
    const of = ({ id }) => {
      if (workload.unstated.has(id)) return null;
      const { min, max } = spread(lanes.get(id), draws);
      return { mode: modes.get(id)[0], mean: mean(lanes.get(id), draws), min, max };
    };
    return Object.fromEntries(workload.formulas.map((it) => [it.id, of(it)]));
  }

  // ---- a problem without components, from end to end ----

  /** The problem in id order, every number checked, every lane drawn. */
  function prepared(problem, draws) {
    const { seed = 'tradeoff', thresholds = THRESHOLDS } = problem;
    const cx = { problem, seed, draws, thresholds };
    cx.options = sorted(problem.options.map((it) => it.id));
    cx.needs = sorted(Object.keys(problem.needs));
    cx.scales = cx.needs.map((id) => functionOf(problem.dimensions[id]));
    cx.workload = workloadOf(problem);
    const values = RUNS.map((run) => ranges(cx.workload, inRun(run)));
    Object.assign(cx, weighing(cx));
    const lanes = RUNS.map((run) => lanesOf(cx, run));
    cx.cells = cx.options.map((_, option) => cx.needs.map((_, need) => cellOf(cx, option, need, lanes)));
    cx.limits = limitsOf(problem, cx.workload, values);
    cx.ruledOut = cx.options.map((id) => cx.limits.some((it) => it.option === id && it.status[BASE] === 'fires'));
    return { cx, lanes };
  }

  /** The lane of every name in one run, of all that is stated. */
  function lanesOf(cx, run) {
    const { workload } = cx, lanes = new Map();
    for (const [id, runs] of workload.quantities) if (runs) lanes.set(id, drawnLane(`quantity/${id}`, runs[run], cx));
    for (const [id, fact] of workload.facts) lanes.set(id, fixed(fact));
    for (const { id, tree, text } of workload.formulas) {
      if (!workload.unstated.has(id)) lanes.set(id, laneIn(tree, text, lanes));
    }
    return lanes;
  }

  function decided(problem, draws) {
    const { cx, lanes } = prepared(problem, draws);
    const { options, needs, cells, limits } = cx;
    const asked = (problem.breakevens ?? []).map((it, at) => ({ id: it.id, crossings: crossings(it, at, cx.workload) }));
    const weights = cx.weights[BASE].map((it) => (cx.exact ? it.numbers[0] : mean(it, draws)));
    const values = cells.map((row) => row.map((it) => it.central));
    const scores = cx.scores = values.map((row) => additive(weights, row));
    const [base, stress] = RUNS.map((run) => runOf(cx, run, lanes[run]));
    const best = leader(base.first, cx), runnerUp = best < 0 ? -1 : leader(base.first, cx, best);
    const word = wordOf(cx, base, stress, best, runnerUp);
    const depends = word === 'leaning' || word === 'too-close' ? dependsOn(cx, base) : null;
    const rivals = runnerUp >= 0, differences = rivals ? needs.map((_, at) => values[best][at] - values[runnerUp][at]) : [];
    const points = options.map((_, it) => thousandths(needs, weights, values[it], scores[it]));
    const status = { fires: () => draws, straddles: (at) => count(base.holds[at], draws) };
    return {
      version: 1,
      id: problem.id,
      draws,
      word: depends ? 'depends' : word,
      best: options[best] ?? null,
      runner_up: options[runnerUp] ?? null,
      by_elimination: best >= 0 && !rivals && base.out[best] === 0,
      depends,
      weights: named(needs, (at) => weights[at]),
      values: named(options, (it) => named(needs, (at) => values[it][at])),
      scores: named(options, (it) => scores[it]),
      contributions: named(options, (it) => points[it]),
      waterfall: rivals ? difference(points[best], points[runnerUp]) : null,
      first: named(options, (it) => base.first[it]),
      ranks: named(options, (it) => base.ranks[it]),
      out: named(options, (it) => base.out[it]),
      tied: base.tied,
      none: base.none,
      pairwise: named(options, (a) => Object.fromEntries(options.flatMap((id, b) => (a === b ? [] : [[id, base.beats[a][b]]])))),
      stress: {
        best: options[leader(stress.first, cx)] ?? null,
        first: named(options, (it) => stress.first[it]),
        out: named(options, (it) => stress.out[it]),
        tied: stress.tied,
        none: stress.none,
        central_weights: centralWeights(cx, stress),
      },
      limits: limits.map((it, at) => ({ id: it.id, option: it.option, status: it.status[BASE], draws: status[it.status[BASE]]?.(at) ?? 0 })),
      ruled_out: ruledOutOf(cx, scores),
      tie_weights: rivals ? tieWeights(cx, weights, differences) : [],
      tie_scores: rivals ? tieScores(cx, weights, differences, best, runnerUp) : [],
      formulas: figures(cx, lanes[BASE]),
      breakevens: asked.sort((a, b) => byId(a.id, b.id)),
      unknown: sorted(options.flatMap((id, it) => needs.filter((_, at) => cells[it][at].isUnknown).map((need) => `${id}/${need}`))),
    };
  }

  /** In how many draws a limit holds. */
  function count(holds, draws) {
    let sum = 0;
    for (let at = 0; at < draws; at++) sum += holds[at & mask(holds)];
    return sum;
  }

  // ---- components ----

  /** A component as a problem of its own. */
  function componentOf({ components, ...problem }, { id, quantities, needs }) {
    return { ...problem, id, quantities: { ...problem.quantities, ...quantities }, needs: needs ?? problem.needs };
  }

  /** The result of components that are decided. */
  function joined(id, components) {
    const ids = Object.keys(components), parts = Object.values(components);
    const weakest = WORDS[Math.max(...parts.map((it) => WORDS.indexOf(it.word)))];
    const agreed = parts.every((it) => it.best === parts[0].best);
    const sure = parts.every((it) => WORDS.indexOf(it.word) <= WORDS.indexOf('leaning'));
    const word = weakest === 'nothing-fits' || agreed ? weakest : sure ? 'split' : 'depends';
    const depends = word === 'depends' ? ids.find((it) => components[it].word === weakest) : null;
    return { version: 1, id, word, best: agreed && word !== 'nothing-fits' ? parts[0].best : null, depends, components };
  }

  /** The result of a problem. */
  function solve(problem, { draws = problem.draws ?? DRAWS } = {}) {
    used = new Map();
    try {
      if (!problem.components?.length) return decided(problem, draws);
      const parts = [...problem.components].sort((a, b) => byId(a.id, b.id));
      return joined(problem.id, Object.fromEntries(parts.map((it) => [it.id, decided(componentOf(problem, it), draws)])));
    } finally {
      // What this solve did not ask for is forgotten, so that memory does not grow with what a reader tries.
      kept = used;
    }
  }

  globalThis.tradeoffDecide = { solve };
})();
