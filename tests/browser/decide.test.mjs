// The engine that pages carry, against the program's: the same numbers to the last bit, and the same refusals.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { USE_CASES, common, pages, programs, run } from './engine.mjs';
import { problem } from './problems.mjs';

/** An example of the specification: two options, ranks, ranges, formulas, limits and a break-even, with its result. */
const vector = (name) => JSON.parse(readFileSync(new URL(`../vectors/bursty_api.${name}.json`, import.meta.url), 'utf8'));

describe('the engine of the pages', () => {
  it('gives the result of the specification', () => {
    assert.deepEqual(pages(vector('problem')).result, common(vector('result')));
  });

  for (const useCase of USE_CASES) {
    it(`says what the program says of ${useCase}`, () => {
      const [problem, result] = ['problem', 'json'].map((form) => JSON.parse(run(['decide', useCase, '--format', form]).stdout));
      assert.deepEqual(pages(problem).result, common(result));
    });
  }

  it('forgets nothing and keeps nothing between problems', () => {
    const [one, other] = [vector('problem'), { ...vector('problem'), seed: 'other' }];
    const first = [pages(one), pages(other)];
    assert.notDeepEqual(first[0], first[1]);
    assert.deepEqual([pages(one), pages(other)], first);
  });

  for (let seed = 0; seed < 300; seed += 50) {
    it(`says what the program says of random problems ${seed} to ${seed + 49}`, () => {
      for (let it = seed; it < seed + 50; it++) same(problem(it), `problem ${it}`);
    });
  }
});

/** Both engines agree on `problem`; deepEqual tells 0 from -0 and compares numbers by their bits. */
function same(problem, name) {
  assert.deepEqual(pages(problem), programs(problem), name);
}
