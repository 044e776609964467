import type { CaseEntry, Manifest, Profile } from '../protocol/index.ts';

/** Which cases a run is about; every given filter must match, and none given means all. */
export interface Selection {
  /** Without one, the cases that every run takes. */
  readonly profile?: Profile;
  readonly grep?: string;
  readonly rules?: readonly string[];
  readonly sections?: readonly string[];
}

/** The cases of a selection, in the manifest's order. */
export function selectCases(
  manifest: Manifest,
  { profile = 'default', grep, rules, sections }: Selection,
): readonly CaseEntry[] {
  const sectionOf = new Map(manifest.rules.map((rule) => [rule.id, rule.section]));
  const pattern = grep === undefined ? undefined : new RegExp(grep, 'i');
  return manifest.cases.filter(
    (entry) =>
      (profile === 'full' || entry.profile === 'default') &&
      (pattern === undefined || pattern.test(entry.id)) &&
      (rules === undefined || rules.includes(entry.rule) || rules.includes(entry.id)) &&
      (sections === undefined || sections.includes(sectionOf.get(entry.rule) ?? '')),
  );
}
