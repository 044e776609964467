import type { Attempt, CaseResult, Results } from '../../harness/protocol/index.ts';
import { compare, type Comparison } from '../compare.ts';
import { tellingAttempt } from '../failures.ts';
import { plural } from '../plural.ts';
import { placedRecordings, type PlacedRecording, type RecordingPlaces } from './recordings.ts';

/** What the page is given: the results, and what changed since an earlier run if there is one. */
export interface Payload {
  readonly results: Results;
  readonly comparison?: Comparison;
  /** Whether traces of passing attempts were left out to keep the file small. */
  readonly tracesLeftOut: boolean;
  /** Where the recordings are that attempts refer to, by their `recordingKey`. */
  readonly recordings: Readonly<Record<string, PlacedRecording>>;
}

/** What the page can be given beside the results. */
export interface PayloadExtras {
  /** An earlier run that this one is held against. */
  readonly baseline?: Results;
  readonly recordings?: RecordingPlaces;
}

/** About two megabytes of JSON; a run over this leaves out the traces that nobody asks for first. */
const MOST_TRACE_ENTRIES = 20_000;

/** A trace longer than this shows its beginning: what follows is the same again, thousands of times over. */
const LONGEST_TRACE = 2_000;

function entriesOf({ attempts }: CaseResult): number {
  return attempts.reduce((sum, attempt) => sum + (attempt.trace?.length ?? 0), 0);
}

function withoutTrace(attempt: Attempt): Attempt {
  const { trace: _left, ...rest } = attempt;
  return rest;
}

/** What an attempt waited for is told by another report. */
function withoutWaits(attempt: Attempt): Attempt {
  const { waits: _left, ...rest } = attempt;
  return rest;
}

function shortened(attempt: Attempt): Attempt {
  if (attempt.trace === undefined || attempt.trace.length <= LONGEST_TRACE) return attempt;
  const left = attempt.trace.length - LONGEST_TRACE;
  const notes = [
    ...(attempt.notes ?? []),
    `The report leaves out the end of this trace, ${plural(left, 'entry', 'entries')}.`,
  ];
  return { ...attempt, notes, trace: attempt.trace.slice(0, LONGEST_TRACE) };
}

/** Picks what the page needs, so that a large run still opens within a second. */
export function payloadOf(results: Results, { baseline, recordings }: PayloadExtras = {}): Payload {
  const entries = results.targets
    .flatMap((target) => target.cases)
    .reduce((sum, result) => sum + entriesOf(result), 0);
  const tracesLeftOut = entries > MOST_TRACE_ENTRIES;
  // Of a case that was tried again, the attempt that the page draws keeps its trace.
  const trim = (attempt: Attempt, told: Attempt | undefined): Attempt =>
    tracesLeftOut && attempt !== told ? withoutTrace(attempt) : shortened(attempt);
  const targets = results.targets.map((target) => ({
    ...target,
    cases: target.cases.map((result) => {
      const told = tellingAttempt(result);
      return { ...result, attempts: result.attempts.map((attempt) => withoutWaits(trim(attempt, told))) };
    }),
  }));
  return {
    results: { ...results, targets },
    tracesLeftOut,
    recordings: placedRecordings(results, recordings),
    ...(baseline === undefined ? {} : { comparison: compare(baseline, results) }),
  };
}
