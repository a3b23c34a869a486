// The decision page in a reader's hands: weights and amounts to change, and the text that follows from them.
(() => {
  'use strict';

  // Sentences: the form is described at the head of `templates/site/sentences.toml`.

  const SIGNS = /\\(.)|\{each ([a-z0-9-]+)\||\{([a-z0-9-]+)\}|\*\*|[[\]}|*]|[^\\{}[\]*|]+/gs;

  /** A sentence as texts, `{ slot }`, `{ optional }`, `{ strong }` and `{ list, separator, body }`. */
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

  /** Runs of `[text, isStrong]`, and whether everything that the pieces ask for is there. */
  function fill(pieces, slots) {
    const runs = [];
    let isWhole = true;
    const add = (part, isStrong) => {
      isWhole &&= part.isWhole;
      runs.push(...part.runs.map(([text, was]) => [text, was || isStrong]));
    };
    for (const it of pieces) {
      if (it.optional) {
        const part = fill(it.optional, slots);
        if (part.isWhole) add(part);
      } else if (it.strong) {
        add(fill(it.strong, slots), true);
      } else if (it.list) {
        const items = Array.isArray(slots[it.list]) ? slots[it.list] : [];
        isWhole &&= items.length > 0;
        items.forEach((item, at) => {
          if (at > 0) runs.push([it.separator]);
          add(fill(it.body, { ...slots, ...item }));
        });
      } else {
        const text = it.slot ? slots[it.slot] : it;
        if (typeof text === 'string') runs.push([text]);
        else isWhole = false;
      }
    }
    return { runs, isWhole };
  }

  // Numbers in words, by the rules that stand there too.

  const group = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

  function bare(amount, say) {
    let [digits, exponent] = Math.abs(amount).toExponential().replace('.', '').split('e');
    digits = String(+digits.slice(0, 3).padEnd(3, '0') + (digits[3] >= '5'));
    if (digits.length > 3) exponent++;
    digits = digits.slice(0, 3);
    const [down, name] = exponent >= 9 ? [9, 'billion'] : exponent >= 6 ? [6, 'million'] : [0];
    const places = exponent - down - 2;
    const padded = digits.padEnd(3 + places, '0').padStart(1 - places, '0');
    const at = places < 0 ? padded.length + places : padded.length;
    const number = (amount < 0 ? '−' : '') + group(padded.slice(0, at)) + (places < 0 ? `.${padded.slice(at)}`.replace(/\.?0+$/, '') : '');
    return name ? say(`number.${name}`, { number }) : number;
  }

  globalThis.tradeoffPlay = { read, fill, bare };
})();
