import type { Coverage } from '../api/index.ts';

/** The coverage as text, source by source: each statement, and below it its rules or the reason. */
export function coverageText(coverage: Coverage): string {
  const lines: string[] = [];
  let last = '';
  for (const { source, statement, url, level, rules, reason } of coverage) {
    if (source !== last) lines.push('', source);
    last = source;
    lines.push(`  ${statement}${level === undefined ? '' : ` (${level})`}`, `    ${url}`);
    lines.push(...(reason === undefined ? rules.map((rule) => `    ${rule}`) : [`    no rule: ${reason}`]));
  }
  const open = coverage.filter(({ rules, reason }) => rules.length === 0 && reason === undefined).length;
  const reasoned = coverage.filter(({ reason }) => reason !== undefined).length;
  lines.push(
    '',
    `${coverage.length} statements: ${coverage.length - reasoned - open} with rules, ${reasoned} with a reason, ${open} with neither`,
  );
  return `${lines.slice(1).join('\n')}\n`;
}
