import * as v from 'valibot';
import { RuleId } from './ids.ts';

/** One statement of the spec or of the documentation, with its rules, or the reason why it has none. */
const Covered = v.object({
  source: v.string(),
  statement: v.string(),
  url: v.pipe(v.string(), v.url()),
  level: v.exactOptional(v.picklist(['must', 'should', 'may', 'will'])),
  rules: v.array(RuleId),
  reason: v.exactOptional(v.string()),
});

/** Everything that is stated, in the order in which it stands there. */
export const Coverage = v.array(Covered);
export type Coverage = v.InferOutput<typeof Coverage>;
