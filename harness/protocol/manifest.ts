import * as v from 'valibot';
import { Need } from './environment.ts';
import { CaseId, RuleId } from './ids.ts';
import { RuleSnapshot } from './rule.ts';

/** How a case shares its browser: beside others, or with nothing else running because it measures. */
const Weight = v.picklist(['shared', 'alone']);

/**
 * Which runs take a case: every run; beside the long one only those of recorders other than the browser's own, which
 * may not record what the rule's other cases record; or only the long one, for it repeats a rule with other
 * parameters or takes long.
 */
export const Profile = v.picklist(['default', 'foreign', 'full']);
export type Profile = v.InferOutput<typeof Profile>;

/** A case as the harness knows it: everything but its body. */
export const CaseEntry = v.object({
  id: CaseId,
  rule: RuleId,
  needs: v.array(Need),
  weight: Weight,
  profile: Profile,
});
export type CaseEntry = v.InferOutput<typeof CaseEntry>;

/** Which suite results were made by. */
export const SuiteVersion = v.object({
  version: v.string(),
  specRevision: v.string(),
  /** A hash of what it was built from: between two releases the version alone tells nothing. */
  hash: v.exactOptional(v.string()),
  /** The suites of others that were run beside it, by their ids, each with a hash of what it was made of. */
  others: v.exactOptional(v.record(v.string(), v.string())),
});
export type SuiteVersion = v.InferOutput<typeof SuiteVersion>;

/** What the build knows of the suite; the bundle that belongs to it has the same version. */
export const Manifest = v.object({
  suite: SuiteVersion,
  rules: v.array(RuleSnapshot),
  cases: v.array(CaseEntry),
});
export type Manifest = v.InferOutput<typeof Manifest>;
