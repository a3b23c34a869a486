// What `tradeoff schema` writes, by a validator of JSON Schema: every record that ships is valid, and what is wrong is not.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse, TomlDate } from 'smol-toml';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = process.env.TRADEOFF ?? join(REPOSITORY, 'target/release/tradeoff');

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A copy of the records of a project, and a validator for each of its kinds. */
function project(path) {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  folders.push(folder);
  cpSync(join(REPOSITORY, path, 'data'), join(folder, 'data'), { recursive: true });
  const run = spawnSync(PROGRAM, ['schema'], { cwd: folder, encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  const validators = new Map();
  for (const name of readdirSync(join(folder, 'schema'))) {
    // Strict: a word that the standard does not know would be a mistake of ours.
    const ajv = new Ajv({ strict: true, allErrors: true });
    addFormats(ajv);
    const schema = JSON.parse(readFileSync(join(folder, 'schema', name), 'utf8'));
    assert.ok(ajv.validateSchema(schema), ajv.errorsText());
    const validate = ajv.compile(schema);
    validators.set(name.replace('.schema.json', ''), (value) => validate(value) ? '' : ajv.errorsText(validate.errors, { separator: '\n' }));
  }
  return { folder, validators };
}

/** TOML as JSON: days become texts. */
function json(value) {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(json);
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, json(it)]));
  return value;
}

function record(...path) {
  return json(parse(readFileSync(join(...path), 'utf8')));
}

/** Every record below `data/`: its kind and its value. */
function* records(folder) {
  yield ['comparison', 'comparison.toml', record(folder, 'data/comparison.toml')];
  for (const kind of readdirSync(join(folder, 'data'))) {
    if (!statSync(join(folder, 'data', kind)).isDirectory()) continue;
    for (const name of readdirSync(join(folder, 'data', kind)).filter((it) => it.endsWith('.toml'))) {
      yield [kind, name, record(folder, 'data', kind, name)];
    }
  }
}

describe('the schemas', () => {
  for (const path of ['.', 'templates/starter', 'tests/base']) {
    it(`take every record of ${path}`, () => {
      const { folder, validators } = project(path);
      const seen = new Set();
      for (const [kind, name, value] of records(folder)) {
        seen.add(kind);
        const errors = validators.get(kind)(value);
        assert.equal(errors, '', `${kind}/${name}:\n${errors}`);
      }
      assert.deepEqual([...seen].sort(), [...validators.keys()].sort());
    });
  }

  it('refuse what an author gets wrong', () => {
    const { folder, validators } = project('tests/base');
    const wrong = (kind, name, change, words) => {
      const value = record(folder, 'data', kind === 'comparison' ? '' : kind, name);
      change(value);
      assert.match(validators.get(kind)(value), words);
    };
    wrong('facts', 'drill-time.toml', (it) => { delete it.title; }, /required property 'title'/);
    wrong('facts', 'drill-time.toml', (it) => { it.sources = ['handbok']; }, /sources\/0 must be equal to one of/);
    wrong('facts', 'drill-time.toml', (it) => { it.reviewed = '2026-02-30'; }, /reviewed must match format "date"/);
    wrong('facts', 'drill-time.toml', (it) => { it.titel = 'x'; }, /additional properties/);
    wrong('facts', 'drill-time.toml', (it) => { it.value = { low: 1 }; }, /required property 'high'/);
    wrong('dimensions', 'speed.toml', (it) => { it.cells.drlil = it.cells.drill; }, /cells must NOT have additional properties/);
    wrong('dimensions', 'speed.toml', (it) => { it.cells.drill.amount = 'drill-tim'; }, /amount/);
    wrong('pros', 'no-battery.toml', (it) => { it.mirrors = 'fact:drill-time'; }, /mirrors/);
    wrong('options', 'drill.toml', (it) => { it.family = 'foot'; }, /family must be equal to one of/);
    wrong('comparison', 'comparison.toml', (it) => { it.marks.strong = 'much'; }, /marks\/strong must be number/);
  });
});
