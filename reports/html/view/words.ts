import type { Verdict } from '../../../harness/protocol/index.ts';

/** A verdict as the page says it. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pass: 'Pass',
  fail: 'Fail',
  flaky: 'Flaky',
  timeout: 'Timeout',
  crash: 'Crash',
  'harness-error': 'Harness error',
  blocked: 'Blocked',
  unsupported: 'Unsupported',
};

/** What a verdict means, for whoever meets it the first time. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  pass: 'The rule was checked and holds.',
  fail: 'The rule was checked and does not hold.',
  flaky: 'Attempts differ; never counted as a pass.',
  timeout: 'The case itself did not end.',
  crash: 'The page or the browser died during the case.',
  'harness-error': 'The harness failed; says nothing of the recorder.',
  blocked: 'This machine lacks something; shown by a probe without MediaRecorder.',
  unsupported: 'The specification makes it optional, or a prerequisite API is missing.',
};

/** A duration as people say it. */
export function durationWords(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** A moment, in UTC so that every reader sees the same. */
export function momentWords(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, '$1, $2 UTC');
}
