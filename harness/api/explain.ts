import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { longLabel } from '../../reports/index.ts';
import type { CaseEntry, CaseResult, RuleSnapshot } from '../protocol/index.ts';
import { UsageError } from './errors.ts';
import { readParts } from './merging.ts';
import { joinSuites } from './third-party/join.ts';

/** What a run saw of a rule in one target. */
interface Seen {
  readonly target: string;
  readonly cases: readonly Pick<CaseResult, 'id' | 'verdict' | 'attempts'>[];
}

/** Everything that is known of a rule. */
export interface Explanation {
  readonly rule: RuleSnapshot;
  readonly cases: readonly CaseEntry[];
  /** The run that `seen` comes from; none where there was no results file. */
  readonly run?: { readonly file: string; readonly startedAt: string };
  readonly seen: readonly Seen[];
}

/** Where findings are looked for, and whether it is a fault when there are none. */
export interface Findings {
  readonly results: string;
  readonly mustExist: boolean;
  /** Folders of suites that are known beside the package's own. */
  readonly suites?: readonly string[];
}

/** Gathers what the suite and a run know of a rule, or of the rule that a case belongs to. */
export async function explain(
  name: string,
  { results, mustExist, suites = [] }: Findings,
): Promise<Explanation> {
  const { manifest } = await joinSuites({ suites }, process.cwd());
  const id = manifest.cases.find((entry) => entry.id === name)?.rule ?? name;
  const rule = manifest.rules.find((each) => each.id === id);
  if (rule === undefined)
    throw new UsageError(
      `there is no rule or case "${name}"; "mediarecorder-conformance list" prints them all`,
    );
  const cases = manifest.cases.filter((entry) => entry.rule === rule.id);
  const there = mustExist || (await exists(results)) || (await exists(join(results, 'results.json')));
  const [part] = there ? await readParts([results]) : [];
  if (part === undefined) return { rule, cases, seen: [] };
  const seen = part.results.targets
    .map((target) => ({
      target: longLabel(target),
      cases: target.cases.filter((result) => result.rule === rule.id),
    }))
    .filter((each) => each.cases.length > 0);
  return { rule, cases, run: { file: part.name, startedAt: part.results.startedAt }, seen };
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function messageOf({ attempts }: Seen['cases'][number]): string {
  const telling = attempts.findLast(({ outcome }) => outcome !== 'pass' && outcome !== 'collateral');
  return telling !== undefined && 'message' in telling ? (telling.message.split('\n', 1)[0] ?? '') : '';
}

function seenLines({ target, cases }: Seen): readonly string[] {
  const passed = cases.filter(({ verdict }) => verdict === 'pass').length;
  return [
    `  ${target}: ${passed} of ${cases.length} pass`,
    ...cases
      .filter(({ verdict }) => verdict !== 'pass')
      .flatMap((result) => [`    ${result.verdict}  ${result.id}`, `      ${messageOf(result)}`]),
  ];
}

/** An explanation for a terminal. */
export function explanationText({ rule, cases, run, seen }: Explanation): string {
  const lines = [
    rule.id,
    `  ${rule.statement}`,
    '',
    `Level     ${rule.level}, ${rule.standing}`,
    `Section   ${rule.sectionTitle}`,
    `Source    ${rule.source.label}`,
    `          ${rule.source.url}`,
    ...(rule.note === undefined ? [] : [`Note      ${rule.note}`]),
    ...(rule.untestable === undefined ? [] : [`Untested  ${rule.untestable}`]),
    '',
    `Cases: ${cases.length}`,
    ...cases.map(({ id, needs }) => `  ${id}${needs.length === 0 ? '' : `  (needs ${needs.join(', ')})`}`),
    '',
    ...(run === undefined
      ? ['No run is there to look into; "--results FILE" names one.']
      : [`Seen on ${run.startedAt}, ${run.file}:`, ...seen.flatMap(seenLines)]),
    ...(run !== undefined && seen.length === 0 ? ['  that run had none of its cases'] : []),
    '',
    `Run it: npx mediarecorder-conformance run --rule ${rule.id}`,
  ];
  return `${lines.join('\n')}\n`;
}
