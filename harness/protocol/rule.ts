import * as v from 'valibot';
import { RuleId } from './ids.ts';

/** How strongly the source demands a rule. */
export const Level = v.picklist(['must', 'should', 'may']);
export type Level = v.InferOutput<typeof Level>;

/** How firmly the source says so; `measured` says nothing at all, and its cases bring metrics instead. */
export const Standing = v.picklist([
  'settled',
  'recent',
  'unclear',
  'interop',
  'documented',
  'obsolete',
  'measured',
]);
export type Standing = v.InferOutput<typeof Standing>;

/** A rule as a results file carries it, so that a report needs no other source. */
export const RuleSnapshot = v.object({
  id: RuleId,
  section: v.string(),
  sectionTitle: v.string(),
  level: Level,
  standing: Standing,
  statement: v.string(),
  source: v.object({ label: v.string(), url: v.pipe(v.string(), v.url()) }),
  note: v.exactOptional(v.string()),
  /** Why a recorder that is a script cannot keep it. */
  beyondScripts: v.exactOptional(v.string()),
  untestable: v.exactOptional(v.string()),
});
export type RuleSnapshot = v.InferOutput<typeof RuleSnapshot>;

/** Whether cases of a rule can be right or wrong; all others measure. */
export function isJudged({ standing }: Pick<RuleSnapshot, 'standing'>): boolean {
  return standing !== 'measured';
}

/** Whether a rule decides conformance; all others are reported beside it. */
export function decides(rule: Pick<RuleSnapshot, 'level' | 'standing'>): boolean {
  return rule.level === 'must' && (rule.standing === 'settled' || rule.standing === 'recent');
}
