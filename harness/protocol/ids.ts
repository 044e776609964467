import * as v from 'valibot';

/** The stable name of a rule: dot-separated lower-case words, `start.throws-unless-inactive`. */
export const RuleId = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/, 'is not a rule id'),
  v.brand('RuleId'),
);
export type RuleId = v.InferOutput<typeof RuleId>;

/** A rule's id plus its sorted parameters, `start.throws-unless-inactive;source=canvas`. */
export const CaseId = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9.-]*(;[a-zA-Z][a-zA-Z0-9]*=[^;]*)*$/, 'is not a case id'),
  v.brand('CaseId'),
);
export type CaseId = v.InferOutput<typeof CaseId>;

/** What a case is run with; the values are part of its id. */
export type Params = Readonly<Record<string, string | number | boolean>>;

/** Joins a rule and its parameters to the id of a case; the order of the parameters does not matter. */
export function caseId(rule: string, params: Params): CaseId {
  const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return v.parse(
    CaseId,
    [rule, ...sorted.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join(';'),
  );
}

/** The rule that a case belongs to. */
export function ruleOf(id: CaseId): RuleId {
  return v.parse(RuleId, id.split(';', 1)[0]);
}
