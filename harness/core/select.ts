import type { CaseEntry, Manifest } from '../protocol/index.ts';

/** Which cases a run is about; every given filter must match, and none given means all. */
export interface Selection {
  /** Without one, the cases that every run takes. */
  readonly profile?: 'default' | 'full';
  readonly grep?: string;
  readonly rules?: readonly string[];
  readonly sections?: readonly string[];
}

/** Whether a run of a profile takes a case, when it tests the browser's own recorder or another, foreign one. */
export function takesCase(
  { profile }: CaseEntry,
  run: { readonly profile?: string | undefined; readonly foreign: boolean },
): boolean {
  return run.profile === 'full' || profile === 'default' || (profile === 'foreign' && run.foreign);
}

/** The cases of a selection for the browser's own recorder or, as `foreign` says, for others; in the manifest's order. */
export function selectCases(
  manifest: Manifest,
  { profile, grep, rules, sections }: Selection,
  foreign = false,
): readonly CaseEntry[] {
  const sectionOf = new Map(manifest.rules.map((rule) => [rule.id, rule.section]));
  const pattern = grep === undefined ? undefined : new RegExp(grep, 'i');
  return manifest.cases.filter(
    (entry) =>
      takesCase(entry, { profile, foreign }) &&
      (pattern === undefined || pattern.test(entry.id)) &&
      (rules === undefined || rules.includes(entry.rule) || rules.includes(entry.id)) &&
      (sections === undefined || sections.includes(sectionOf.get(entry.rule) ?? '')),
  );
}
