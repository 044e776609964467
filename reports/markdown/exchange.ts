import type { Results, RuleSnapshot } from '../../harness/protocol/index.ts';
import { declarationLines, exchanges, type Exchange } from '../exchange.ts';
import { inline } from './escape.ts';

const MOST_RULES = 12;

/** What using another recorder gains and costs in each browser, where the browser's own was tested beside it. */
export function exchangeSection(results: Results, labels: ReadonlyMap<string, string>): readonly string[] {
  const all = exchanges(results);
  if (all.length === 0) return [];
  const named = ({ target }: Exchange): string => inline(labels.get(target.id) ?? target.id);
  return [
    '### What using it gains and costs',
    '',
    'Firm must-rules, against the native recorder of the same browser. Rules that no script can keep are left out.',
    '',
    '| Recorder | Gained | Lost | Not claimed | Kept by both | Broken by both | Beyond scripts |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...all.map((each) => {
      const { gained, lost, unclaimed, both, neither, beyond } = each;
      return `| ${named(each)} | **${gained.length}** | **${lost.length}** | ${unclaimed.length} | ${both} | ${neither.length} | ${beyond.length} |`;
    }),
    '',
    ...all.flatMap((each) => [
      ...declarationLines(each.target).map((line) => `- ${named(each)} declares: ${inline(line)}`),
      ...listed(`${named(each)} gains`, each.gained),
      ...listed(`${named(each)} loses`, each.lost),
    ]),
    '',
  ];
}

function listed(head: string, rules: readonly RuleSnapshot[]): readonly string[] {
  if (rules.length === 0) return [];
  const more = rules.length - MOST_RULES;
  const names = rules.slice(0, MOST_RULES).map(({ statement }) => `  - ${inline(statement)}`);
  return [`- ${head}:`, ...names, ...(more > 0 ? [`  - … and ${more} more`] : [])];
}
