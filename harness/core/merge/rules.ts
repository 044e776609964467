import type { Results, RuleSnapshot } from '../../protocol/index.ts';
import { MergeError, type Part } from './part.ts';

/** Puts the items of a list that are missing in another one behind those that they follow. */
function woven(into: readonly RuleSnapshot[], list: readonly RuleSnapshot[]): readonly RuleSnapshot[] {
  const result = [...into];
  let at = -1;
  for (const rule of list) {
    const there = result.findIndex(({ id }) => id === rule.id);
    if (there >= 0) at = there;
    else result.splice((at += 1), 0, rule);
  }
  return result;
}

/** The rules of all parts, section by section, in the order of the suite as far as the parts show it. */
export function mergeRules(parts: readonly Part[]): readonly RuleSnapshot[] {
  const rules = parts.reduce<readonly RuleSnapshot[]>((all, { results }) => woven(all, results.rules), []);
  const sections = [...new Set(rules.map(({ section }) => section))];
  return sections.flatMap((section) => rules.filter((rule) => rule.section === section));
}

/** Refuses parts that were judged by different rules; gives the first of those that agree. */
export function mustAgree([first, ...others]: readonly Part[]): Results {
  if (first === undefined) throw new MergeError('there is nothing to merge');
  const { suite } = first.results;
  for (const { name, results } of others) {
    if (results.suite.version !== suite.version || results.suite.specRevision !== suite.specRevision)
      throw new MergeError(
        `${first.name} and ${name} were made by different suites, ` +
          `${suite.version} (${suite.specRevision}) and ${results.suite.version} (${results.suite.specRevision}); ` +
          'run one of them again, or hold them against each other with "compare"',
      );
  }
  const seen = new Map<string, { readonly name: string; readonly text: string }>();
  for (const { name, results } of [first, ...others])
    for (const rule of results.rules) {
      const text = JSON.stringify(rule);
      const before = seen.get(rule.id);
      if (before !== undefined && before.text !== text)
        throw new MergeError(
          `the rule ${rule.id} is not the same in ${before.name} and ${name}: they were made by different suites`,
        );
      seen.set(rule.id, before ?? { name, text });
    }
  return first.results;
}
