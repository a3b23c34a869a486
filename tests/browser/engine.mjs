// The two engines side by side: the program's, and the one that pages carry.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import '../../book/theme/decide.js';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = process.env.TRADEOFF ?? join(REPOSITORY, 'target/release/tradeoff');

/** The ids of all use cases of the book. */
export const USE_CASES = readdirSync(join(REPOSITORY, 'data/use-cases')).map((it) => it.replace('.toml', '')).sort();

/** What only the program computes. */
const ALONE = ['version', 'pairwise', 'tie_quantities', 'agreement', 'warnings'];

/** Runs the program in the repository: what it prints, or its exit code and what it says. */
export function run(args, input) {
  const { status, stdout, stderr, error } = spawnSync(PROGRAM, args, { cwd: REPOSITORY, input, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** The program's result of a problem, as far as the pages' engine has it; or that it refuses a field. */
export function programs(problem) {
  const { status, stdout, stderr } = run(['decide', '--problem', '-'], JSON.stringify(problem));
  if (status === 0) return { result: common(JSON.parse(stdout)) };
  return { refused: JSON.parse(stderr).path !== '' };
}

/** The same of the pages' engine. */
export function pages(problem, settings) {
  try {
    return { result: globalThis.tradeoffDecide.solve(problem, settings) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { refused: true };
  }
}

/** A result without what only the program computes. */
export function common(result) {
  if (result.components) {
    const { version, ...rest } = result;
    return { ...rest, components: mapped(result.components, common) };
  }
  const { flip, ...depends } = result.depends ?? {};
  const { central_weights, ...stress } = result.stress;
  const rest = Object.fromEntries(Object.entries(result).filter(([field]) => !ALONE.includes(field)));
  return { ...rest, depends: result.depends && depends, stress };
}

const mapped = (object, of) => Object.fromEntries(Object.entries(object).map(([key, it]) => [key, of(it)]));

/** What the program tells of a use case in a state: the headings with their lines, whatever the width of the terminal. */
export function told(useCase, state, project = REPOSITORY) {
  const { status, stdout, stderr } = run(['-C', project, 'decide', useCase, '--with', state]);
  if (status !== 0) throw new Error(stderr);
  const sections = [];
  let isHeading = false;
  for (const line of stdout.split('\n').slice(1)) {
    const section = sections.at(-1);
    if (line.startsWith('- ')) section.lines.push(line.slice(2));
    else if (line.startsWith('  ')) section.lines.push(`${section.lines.pop()} ${line.slice(2)}`);
    else if (line !== '' && isHeading) section.heading += ` ${line}`;
    else if (line !== '') sections.push({ heading: line, lines: [] });
    isHeading = line !== '' && !line.startsWith(' ') && !line.startsWith('- ');
  }
  return sections;
}
