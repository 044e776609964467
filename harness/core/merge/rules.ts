import type { Results, RuleSnapshot, SuiteVersion } from '../../protocol/index.ts';
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

/** The suites of others that parts were made with; refuses two versions of one. */
function mergeOthers(parts: readonly Part[]): NonNullable<SuiteVersion['others']> {
  const seen = new Map<string, { readonly name: string; readonly hash: string }>();
  for (const { name, results } of parts)
    for (const [id, hash] of Object.entries(results.suite.others ?? {})) {
      const before = seen.get(id) ?? { name, hash };
      if (before.hash !== hash)
        throw new MergeError(
          `the suite ${id} is not the same in ${before.name} and ${name}: run it again where it is older`,
        );
      seen.set(id, before);
    }
  return Object.fromEntries([...seen].map(([id, { hash }]) => [id, hash]));
}

/** Refuses parts that were judged by different suites or rules; gives the first of those that agree, with the suites of all. */
export function mustAgree(parts: readonly Part[]): Results {
  const [first, ...others] = parts;
  if (first === undefined) throw new MergeError('there is nothing to merge');
  const { suite } = first.results;
  for (const { name, results } of others) {
    if (results.suite.version !== suite.version || results.suite.specRevision !== suite.specRevision)
      throw new MergeError(
        `${first.name} and ${name} were made by different suites, ` +
          `${suite.version} (${suite.specRevision}) and ${results.suite.version} (${results.suite.specRevision}); ` +
          'run one of them again, or hold them against each other with "compare"',
      );
    if (results.suite.hash !== suite.hash)
      throw new MergeError(
        `${first.name} and ${name} were made by different builds of the suite; run the older one again, ` +
          'or hold them against each other with "compare"',
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
  const all = mergeOthers(parts);
  return {
    ...first.results,
    suite: { ...suite, ...(Object.keys(all).length === 0 ? {} : { others: all }) },
  };
}
