import type { Attempt, Metric, TraceEntry } from '../protocol/index.ts';

const MOST_LETTERS = 10_000;
const MOST_ENTRIES = 1_000;

/** A text that a case had a say in, shortened where no reader would follow it. */
export function bounded(text: string): string {
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS)}… (${text.length} letters)`;
}

/** An attempt that fits into a message, whatever its case said: texts are cut, a long trace loses its middle. */
export function boundedAttempt(attempt: Attempt): Attempt {
  const { trace, notes, metrics } = attempt;
  const cut = boundedTexts(attempt);
  return {
    ...cut,
    ...(trace === undefined ? {} : { trace: boundedTrace(trace) }),
    ...(metrics === undefined ? {} : { metrics: metrics.slice(0, MOST_ENTRIES).map(boundedMetric) }),
    ...(notes === undefined ? {} : { notes: notes.slice(0, MOST_ENTRIES).map(bounded) }),
  };
}

function boundedMetric(metric: Metric): Metric {
  return { ...metric, samples: metric.samples.slice(0, MOST_ENTRIES) };
}

function boundedTexts(attempt: Attempt): Attempt {
  switch (attempt.outcome) {
    case 'pass':
      return attempt;
    case 'fail': {
      const { expected, actual, stack } = attempt;
      return {
        ...attempt,
        message: bounded(attempt.message),
        ...(expected === undefined ? {} : { expected: bounded(expected) }),
        ...(actual === undefined ? {} : { actual: bounded(actual) }),
        ...(stack === undefined ? {} : { stack: bounded(stack) }),
      };
    }
    case 'timeout':
    case 'crash': {
      const { lastStep } = attempt;
      const step = lastStep === undefined ? {} : { lastStep: bounded(lastStep) };
      return { ...attempt, message: bounded(attempt.message), ...step };
    }
    case 'unsupported':
    case 'blocked':
    case 'harness-error':
    case 'collateral':
      return { ...attempt, message: bounded(attempt.message) };
  }
}

function boundedTrace(trace: readonly TraceEntry[]): TraceEntry[] {
  if (trace.length <= MOST_ENTRIES) return trace.map(boundedEntry);
  const half = MOST_ENTRIES / 2;
  const [first, last] = [trace.slice(0, half), trace.slice(-half)];
  const gap: TraceEntry = {
    kind: 'note',
    at: first.at(-1)?.at ?? 0,
    text: `… ${trace.length - MOST_ENTRIES} lines left out …`,
  };
  return [...first.map(boundedEntry), gap, ...last.map(boundedEntry)];
}

function boundedEntry(entry: TraceEntry): TraceEntry {
  switch (entry.kind) {
    case 'note':
      return { ...entry, text: bounded(entry.text) };
    case 'call':
      return { ...entry, args: entry.args.map(bounded) };
    case 'event':
      return entry;
  }
}
