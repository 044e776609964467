import { surpriseOf, type Engine, type Results, type Surprise } from '../../harness/protocol/index.ts';
import type { Failure } from '../failures.ts';
import { findings, isOlder, type Finding } from '../findings.ts';
import { targetLabels } from '../labels.ts';
import { plural } from '../plural.ts';
import { isHeld } from '../surprises.ts';
import { unreachable } from '../unreachable.ts';

/** So many are named; the others are counted. */
const NAMED = 3;

/** What to look at first, a line each: the surprises of targets with expectations, else what matters most of all. */
export function highlights(results: Results): readonly string[] {
  const news = newsOf(results);
  if (news.length > 0) return news;
  return findings(results)
    .filter(({ kind }) => kind !== 'disagree')
    .map((finding) => findingText(finding, results));
}

function newsOf(results: Results): readonly string[] {
  const labels = targetLabels(results.targets);
  const held = results.targets.filter(isHeld);
  const surprising = (kind: Surprise): readonly string[] =>
    held
      .flatMap((target) => target.cases.map((result): Failure => ({ target, result })))
      .filter(({ result }) => surpriseOf(result) === kind)
      .map(({ target, result }) =>
        results.targets.length === 1 ? result.id : `${result.id} in ${labels.get(target.id) ?? target.id}`,
      );
  return [
    ...held.flatMap(versionNotice),
    ...listed('Failed unexpectedly', surprising('unexpected-fail')),
    ...listed('Passed unexpectedly', surprising('unexpected-pass')),
  ];
}

/** Says so where a surprise may come of a version that the expectations do not know yet. */
function versionNotice({ browser, cases, expectations }: Results['targets'][number]): readonly string[] {
  const known = expectations?.writtenAgainst;
  if (known === undefined || !isOlder(known, browser.version)) return [];
  if (cases.every((result) => surpriseOf(result) === null)) return [];
  return [
    `${browser.name} ${browser.version} is newer than what the expectations were written against (${known}).`,
  ];
}

function listed(title: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const left = names.length - NAMED;
  return [`${title}: ${names.slice(0, NAMED).join(', ')}${left > 0 ? `, and ${left} more` : ''}`];
}

function findingText(finding: Finding, results: Results): string {
  const { rules } = finding;
  const [first] = rules;
  const names = rules.map(({ rule }) => rule.id);
  const which =
    rules.length <= NAMED
      ? names.join(', ')
      : `${plural(rules.length, 'must-rule')}, such as ${first?.rule.id ?? ''}`;
  return `${titleOf(finding, results)}: ${which}`;
}

function titleOf({ kind, engine }: Finding, results: Results): string {
  switch (kind) {
    case 'broken':
      return 'Broken';
    case 'everywhere':
      return 'Broken in every engine';
    case 'only':
      return `Broken only in ${nameOf(engine, results)}`;
    case 'disagree':
      return 'Engines differ';
    case 'unsteady':
      return 'Flaky, hanging or crashing';
    default:
      return unreachable(kind);
  }
}

function nameOf(engine: Engine | undefined, { targets }: Results): string {
  return targets.find((target) => target.engine === engine)?.browser.name ?? 'one engine';
}
