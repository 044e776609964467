import * as v from 'valibot';
import { Metric } from './metric.ts';
import { Trace } from './trace.ts';

/** Recordings that were kept lie below this folder, beside the results. */
export const RECORDINGS_FOLDER = 'recordings';

/** What a case recorded in an attempt that did not pass: a file, by its path from the folder of the results. */
export const Recording = v.object({
  // Two plain names: results may come from anywhere, and reports lead to this file.
  file: v.pipe(v.string(), v.regex(/^recordings\/\w[\w.-]*\/\w[\w.-]*$/)),
  mimeType: v.string(),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Recording = v.InferOutput<typeof Recording>;

/** How long a case stood still for one sort of thing; what it waited for at once counts once. */
export const Wait = v.object({ for: v.string(), ms: v.number() });
export type Wait = v.InferOutput<typeof Wait>;

const ran = {
  durationMs: v.number(),
  trace: v.exactOptional(Trace),
  reading: v.exactOptional(v.string()),
  notes: v.exactOptional(v.array(v.string())),
  recording: v.exactOptional(Recording),
  waits: v.exactOptional(v.array(Wait)),
  /** Which time round it was, where cases are run several times. */
  round: v.exactOptional(v.number()),
  metrics: v.exactOptional(v.array(Metric)),
};

const because = { message: v.pipe(v.string(), v.nonEmpty()) };

/**
 * One attempt of a case. Exactly one outcome; everything but `pass` says why.
 * `collateral` marks an attempt that was lost because a neighbour crashed or hung: it is never judged.
 */
export const Attempt = v.variant('outcome', [
  v.object({ outcome: v.literal('pass'), ...ran }),
  v.object({
    outcome: v.literal('fail'),
    ...because,
    expected: v.exactOptional(v.string()),
    actual: v.exactOptional(v.string()),
    stack: v.exactOptional(v.string()),
    ...ran,
  }),
  v.object({ outcome: v.literal('unsupported'), ...because, ...ran }),
  v.object({ outcome: v.literal('blocked'), ...because, ...ran }),
  v.object({ outcome: v.literal('timeout'), ...because, lastStep: v.exactOptional(v.string()), ...ran }),
  v.object({ outcome: v.literal('crash'), ...because, lastStep: v.exactOptional(v.string()), ...ran }),
  v.object({ outcome: v.literal('harness-error'), ...because, stack: v.exactOptional(v.string()), ...ran }),
  v.object({ outcome: v.literal('collateral'), ...because, ...ran }),
]);
export type Attempt = v.InferOutput<typeof Attempt>;

/** How one attempt ended. */
export type Outcome = Attempt['outcome'];

/** The outcomes a report can count, in the order in which it shows them. */
export const VERDICTS = [
  'pass',
  'fail',
  'flaky',
  'timeout',
  'crash',
  'harness-error',
  'blocked',
  'unsupported',
] as const;

/** All attempts of a case folded together. */
export const Verdict = v.picklist(VERDICTS);
export type Verdict = v.InferOutput<typeof Verdict>;
