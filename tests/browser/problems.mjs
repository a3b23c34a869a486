// Decision problems made up at random, the same ones for the same seed: every field of the form, in all its kinds.

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Numbers at random, the same for the same seed: mulberry32. */
export function dice(seed) {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let it = Math.imul(state ^ (state >>> 15), state | 1);
    it ^= it + Math.imul(it ^ (it >>> 7), it | 61);
    return ((it ^ (it >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (least, most) => least + Math.floor(share() * (most - least + 1));
  const pick = (list) => list[whole(0, list.length - 1)];
  const chance = (percent) => share() * 100 < percent;
  const list = (least, most, of) => Array.from({ length: whole(least, most) }, (_, at) => of(at));
  return { share, whole, pick, chance, list };
}

/** A problem without order: its parts stand as they were thrown. */
export function problem(seed) {
  const die = dice(seed);
  const { whole, pick, chance, list, share } = die;
  const ids = new Set();
  const id = (prefix) => {
    let it;
    do it = prefix + pick([...LETTERS]) + (chance(50) ? `-${whole(0, 99)}` : pick([...LETTERS])); while (ids.has(it));
    ids.add(it);
    return it;
  };
  const number = () => pick([whole(0, 9), whole(1, 1000), share() * 10, share() * 1e6, share() * 1e-5]);
  const amount = (percent) => (chance(percent) ? number() : spread(die, number));
  const options = list(2, 5, () => ({ id: id('o'), ...(chance(20) && { family: 'some' }) }));
  const dimensions = Object.fromEntries(list(1, 7, () => [id('d'), dimension(die)]));
  const quantities = Object.fromEntries(list(0, 4, () => [id('q'), chance(12) ? null : amount(30)]));
  const facts = Object.fromEntries(list(0, 3, () => [id('f'), number()]));
  const names = [...Object.keys(quantities), ...Object.keys(facts)];
  const formulas = list(0, 4, () => {
    const it = { id: id('c'), formula: formula(die, names, 3) };
    names.push(it.id);
    return it;
  });
  const limits = list(0, 4, () => limit(die, id('l'), pick(options).id, names, quantities));
  const cells = Object.fromEntries(options.map((option) => {
    const of = ([dimension, scale]) => [dimension, cell(die, scale, formulas)];
    return [option.id, Object.fromEntries(shuffled(die, Object.entries(dimensions)).map(of))];
  }));
  const breakevens = formulas.length > 1 && Object.keys(quantities).length > 0
    ? list(0, 2, () => ({ id: id('b'), a: pick(formulas).id, b: pick(formulas).id, quantity: pick(Object.keys(quantities)), from: 1 + share(), to: 10 ** whole(2, 9) }))
    : [];
  return {
    version: 1,
    id: id('p'),
    ...(chance(30) && { seed: pick(['', 'other', 'größer/😀']) }),
    draws: pick([1, 2, 99, 256, 257, 1000, 2500, 10000]),
    ...(chance(30) && { thresholds: { clear: whole(50, 100), stress: whole(0, 100), leaning: whole(30, 100), depends: whole(30, 90) } }),
    options,
    dimensions,
    cells,
    facts,
    quantities,
    formulas,
    limits,
    needs: needs(die, Object.keys(dimensions)),
    breakevens,
    ...(chance(20) && { components: list(1, 3, () => component(die, id('k'), quantities, dimensions, amount)) }),
  };
}

function spread({ share, chance }, number) {
  const mode = number();
  const low = chance(15) ? mode : mode * share();
  const high = chance(15) ? mode : mode * (1 + share() * 2);
  return chance(5) ? { low: low - mode, mode, high } : { low, mode, high };
}

function dimension({ chance, list, whole, share, pick }) {
  const rising = chance(50);
  const steps = (count) => {
    const ys = Array.from({ length: count }, () => pick([0, 1, share(), share()])).sort((a, b) => a - b);
    if (ys[0] === ys[count - 1]) ys[count - 1] = ys[0] < 1 ? 1 : (ys[0] = 0, 1);
    return rising ? ys : ys.reverse();
  };
  if (chance(35)) {
    const levels = list(2, 5, (at) => `level ${at}`);
    return { levels, ...(chance(40) && { values: steps(levels.length) }) };
  }
  let x = whole(-5, 50);
  const points = steps(whole(2, 5)).map((y) => [(x += share() * 300 + 0.1), y]);
  return { ...(chance(50) && { unit: 'ms' }), points };
}

function cell(die, { points, levels }, formulas) {
  const { chance, pick, share, whole } = die;
  if (chance(8)) return { unknown: true };
  if (chance(8)) return { value: pick([0, 1, share()]) };
  if (formulas.length > 0 && chance(25)) return { formula: pick(formulas).id };
  if (levels) {
    const index = whole(0, levels.length - 1);
    if (chance(50)) return { level: levels[index] };
    return { low: Math.max(0, index - 0.5), mode: index, high: Math.min(levels.length - 1, index + 0.5) };
  }
  const width = points.at(-1)[0] - points[0][0];
  const number = () => points[0][0] + width * (share() * 1.4 - 0.2);
  if (chance(20)) return number();
  const [low, mode, high] = [number(), number(), number()].sort((a, b) => a - b);
  return chance(10) ? { low, mode: low, high } : { low, mode, high };
}

/** A formula over `names`; its divisors are rarely such that they can be 0. */
function formula(die, names, depth) {
  const { chance, pick, whole, share } = die;
  const inner = () => formula(die, names, depth - 1);
  if (depth === 0 || chance(25)) return names.length > 0 && chance(75) ? pick(names) : pick([`${whole(0, 20)}`, `${whole(1, 9)}.5e${whole(-3, 3)}`, `${whole(1, 9)}e4`, '0.1']);
  switch (whole(0, 7)) {
    case 0: return `${inner()} + ${inner()}`;
    case 1: return `(${inner()} - ${inner()})`;
    case 2: return `${inner()} * (${inner()})`;
    case 3: return chance(85) ? `(${inner()})/${1 + whole(0, 9)}` : `(${inner()}) / (${inner()})`;
    case 4: return `min(${inner()}, ${inner()}${chance(30) ? `, ${inner()}` : ''})`;
    case 5: return `max( ${inner()},${inner()} )`;
    case 6: return `${pick(['ceil', 'floor'])}(${inner()} / ${(share() * 100 + 0.01).toFixed(3)})`;
    default: return `-(${inner()})`;
  }
}

function condition(die, names, depth) {
  const { chance, pick } = die;
  const inner = () => condition(die, names, depth - 1);
  const number = () => formula(die, names, 1);
  if (depth === 0 || chance(50)) return `${number()} ${pick(['<', '<=', '>', '>=', '==', '!='])} ${number()}`;
  return pick([() => `${inner()} and ${inner()}`, () => `${inner()} or ${inner()}`, () => `not (${inner()})`, () => `(${inner()} or ${inner()})`])();
}

function limit(die, id, option, names, quantities) {
  const { chance, pick, list } = die;
  const ranges = Object.entries(quantities).filter(([, it]) => it?.mode > it?.low);
  const within = ([name, { low, mode, high }]) => `${name} ${pick(['>', '<='])} ${pick([(low + mode) / 2, mode, (mode + high) / 2]).toFixed(9)}`;
  const when = ranges.length > 0 && chance(50) ? within(pick(ranges)) : condition(die, names, 2);
  const unless = list(0, 2, (at) => ({ id: `e${at}`, state: pick(['open', 'open', 'taken', 'closed']) }));
  return { id, option, when, ...((unless.length > 0 || chance(50)) && { unless }) };
}

function needs(die, dimensions) {
  const { chance, whole, share } = die;
  const chosen = shuffled(die, dimensions).slice(0, whole(1, dimensions.length));
  const swing = () => {
    const mode = whole(1, 100);
    if (chance(60)) return { swing: mode };
    return { swing: { low: mode * share(), mode, high: mode + share() * 300 } };
  };
  const ranked = chance(60);
  return Object.fromEntries(chosen.map((it) => [it, ranked ? { rank: whole(1, chosen.length + 1) } : swing()]));
}

function component(die, id, quantities, dimensions, amount) {
  const { chance } = die;
  const own = Object.keys(quantities).filter(() => chance(50));
  return {
    id,
    ...(chance(60) && { quantities: Object.fromEntries(own.map((it) => [it, chance(15) ? null : amount(50)])) }),
    ...(chance(60) && { needs: needs(die, Object.keys(dimensions)) }),
  };
}

function shuffled({ share }, list) {
  return list.map((it) => [share(), it]).sort((a, b) => a[0] - b[0]).map(([, it]) => it);
}
