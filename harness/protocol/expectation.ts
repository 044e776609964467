import * as v from 'valibot';

/** The outcomes that can be expected; an intermittent case lists several, `pass` among them. */
export const ExpectedOutcome = v.picklist([
  'pass',
  'fail',
  'timeout',
  'crash',
  'harness-error',
  'blocked',
  'unsupported',
]);
export type ExpectedOutcome = v.InferOutput<typeof ExpectedOutcome>;

/** A known non-pass, as a result that it was held against carries it. */
export const KnownAs = v.object({
  outcomes: v.array(ExpectedOutcome),
  reason: v.string(),
  link: v.exactOptional(v.string()),
  /** Where it stands, `chromium.yaml:12`. */
  at: v.string(),
});
export type KnownAs = v.InferOutput<typeof KnownAs>;

/** What is wrong with an expectation itself: it names nothing, or what another one names too. */
export const ExpectationProblem = v.object({
  kind: v.picklist(['unmatched', 'overlap']),
  file: v.string(),
  line: v.number(),
  message: v.string(),
});
export type ExpectationProblem = v.InferOutput<typeof ExpectationProblem>;

/** The file of expectations that a target was held against. */
export const HeldAgainst = v.object({
  file: v.string(),
  problems: v.array(ExpectationProblem),
  /** The newest version of the browser that the file was written against, if it says so. */
  writtenAgainst: v.exactOptional(v.string()),
});
export type HeldAgainst = v.InferOutput<typeof HeldAgainst>;
