// Findings as text for a person.
import assert from 'node:assert/strict';

/** Fails with the findings, the first of them only: one mistake in a template shows on every page. */
export function none(findings) {
  if (findings.length === 0) return;
  const lines = findings.slice(0, 20).map(({ rule, page, text }) => `${rule}: ${page}: ${text}`);
  if (findings.length > lines.length) lines.push(`… and ${findings.length - lines.length} more`);
  assert.fail(`\n${lines.join('\n')}`);
}
