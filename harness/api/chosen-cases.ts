import { selectCases, type Selection } from '../core/index.ts';
import type { CaseEntry, Manifest } from '../protocol/index.ts';
import { NothingMatchedError, UsageError } from './errors.ts';

/**
 * The cases that a selection names, for the browser's own recorder or for foreign ones as well; what it names and is
 * not there is an error of the operator.
 */
export function chosenCases(manifest: Manifest, options: Selection, foreign: boolean): readonly CaseEntry[] {
  const sections = new Set(manifest.rules.map(({ section }) => section));
  const unknownSection = options.sections?.find((section) => !sections.has(section));
  if (unknownSection !== undefined) {
    throw new UsageError(`there is no section "${unknownSection}"; there are: ${[...sections].join(', ')}`);
  }
  const known = new Set<string>([
    ...manifest.rules.map(({ id }) => id),
    ...manifest.cases.map(({ id }) => id),
  ]);
  const unknownRule = options.rules?.find((rule) => !known.has(rule));
  if (unknownRule !== undefined) {
    throw new UsageError(
      `there is no rule or case "${unknownRule}"; "mediarecorder-conformance list" prints them all`,
    );
  }
  const cases = selectCases(manifest, options, foreign);
  if (cases.length > 0) return cases;
  const full = selectCases(manifest, { ...options, profile: 'full' }).length;
  throw new NothingMatchedError(
    full === 0
      ? 'no case matches the selection'
      : `no case of the default profile matches the selection; --profile full has ${full} that match`,
  );
}
