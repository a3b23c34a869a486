// What `check --format sarif` writes, against the schema of the standard.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = process.env.TRADEOFF ?? join(REPOSITORY, 'target/release/tradeoff');
const SCHEMA = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

// A pattern of the schema has a bracket too many, which only the older grammar of patterns lets pass.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(SCHEMA);

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'sarif-'));
  cpSync(join(REPOSITORY, 'tests/base'), folder, { recursive: true });
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Changes a file of the project. */
function edit(path, change) {
  const file = join(folder, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** The document, and the exit code. */
function check(directory = folder, ...more) {
  const run = spawnSync(PROGRAM, ['check', '--format', 'sarif', '--today', '2026-11-23', ...more], { cwd: directory, encoding: 'utf8' });
  return { code: run.status, log: JSON.parse(run.stdout) };
}

function valid(log) {
  assert.ok(isSarif(log), ajv.errorsText(isSarif.errors, { separator: '\n' }));
}

describe('a SARIF document', () => {
  it('is valid without findings', () => {
    const { code, log } = check();
    valid(log);
    assert.equal(code, 0);
    assert.deepEqual(log.runs[0].results, []);
  });

  it('is valid with findings of every form, and points where they are', () => {
    writeFileSync(join(folder, 'data/glossary/Umlaut ü.toml'), 'name = "x"\n');
    writeFileSync(join(folder, 'data/glossary/empty.toml'), '');
    writeFileSync(join(folder, 'data/glossary/bytes.toml'), Buffer.from([0x6e, 0xff]));
    edit('data/glossary/joint.toml', (text) => text
      .replace('["handbook"]', '["handbok"]')
      .replace(/short = .*/, 'short = "😀 {{ fact.drill-tim }} é"\nbad = = 3'));
    edit('data/pros/no-battery.toml', (text) => text.replace('"notable"', '"notabel"'));
    edit('data/options/hammer.toml', (text) => text.replace('family = "hand"', 'family = "hammer"'));
    edit('data/comparison.toml', (text) => text.replace('hand = "Hand tools"', 'hammer = "Hand tools"'));
    const { code, log } = check();
    valid(log);
    assert.equal(code, 1);
    const { results, tool, columnKind } = log.runs[0];
    assert.equal(columnKind, 'utf16CodeUnits');
    for (const result of results) {
      const rule = tool.driver.rules[result.ruleIndex];
      assert.equal(rule.id, result.ruleId);
      assert.ok(rule.shortDescription.text.endsWith('.') && rule.help.text.includes('What to do'), rule.id);
    }
    const of = (rule) => results.filter((it) => it.ruleId === rule);
    // The text between the columns, as JavaScript counts them, is what the finding speaks of.
    for (const result of [...of('unknown-reference'), ...of('unknown-word')]) {
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      const line = readFileSync(join(folder, decodeURIComponent(artifactLocation.uri)), 'utf8').split('\n')[region.startLine - 1];
      const words = line.slice(region.startColumn - 1, region.endColumn - 1);
      assert.match(words, /^("handbok"|\{\{ fact\.drill-tim \}\}|"notabel")$/);
      const [replacement] = result.fixes[0].artifactChanges[0].replacements;
      const { deletedRegion: at, insertedContent } = replacement;
      const fixed = line.slice(0, at.startColumn - 1) + insertedContent.text + line.slice(at.endColumn - 1);
      assert.match(fixed, /"handbook"|\{\{ fact\.drill-time \}\}|"notable"/);
    }
    assert.equal(of('unknown-reference').length + of('unknown-word').length, 3);
    assert.ok(of('ambiguous-name').some((it) => it.relatedLocations?.length === 1));
    assert.ok(results.some((it) => it.locations[0].physicalLocation.artifactLocation.uri === 'data/glossary/Umlaut%20%C3%BC.toml'));
  });

  it('names files from where it was run, so that a project may lie below the root of a repository', () => {
    const { log } = check(join(folder, '..'), '-C', folder);
    valid(log);
    const uris = log.runs[0].results.map((it) => it.locations[0].physicalLocation.artifactLocation.uri);
    const name = folder.split('/').at(-1);
    assert.ok(uris.length > 0 && uris.every((it) => it.startsWith(`${name}/data/`)), uris.join('\n'));
  });

  it('would be refused if it were not one', () => {
    const { log } = check();
    const broken = structuredClone(log);
    broken.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    assert.equal(isSarif(broken), false);
    delete log.version;
    assert.equal(isSarif(log), false);
  });
});
