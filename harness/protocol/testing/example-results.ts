/** Results for tests: what a test is not about is filled in. */
import { decode } from '../decode.ts';
import { CaseResult, Results, SCHEMA_VERSION, Target } from '../results.ts';

const AT = '2026-01-01T00:00:00Z';

const TARGET = {
  id: 'chromium',
  engine: 'chromium',
  browser: { name: 'Chromium', version: '1', driver: 'puppeteer' },
  subject: { kind: 'native', name: 'MediaRecorder' },
  environment: null,
  startedAt: AT,
  durationMs: 1,
  complete: true,
  incidents: [],
  cases: [],
  metrics: [],
};

const RESULTS = {
  schemaVersion: SCHEMA_VERSION,
  suite: { version: '1', specRevision: '1' },
  rules: [],
  options: {},
  seed: 0,
  startedAt: AT,
  durationMs: 1,
  machine: { platform: 'linux', arch: 'x64', cores: 1, node: 'v20' },
  notRun: [],
};

/** A target of Chromium's, but for what is said of it. */
export function exampleTarget(said: Readonly<Record<string, unknown>>): Target {
  return decode(Target, { ...TARGET, ...said }, 'the example');
}

/** A case that came out with a verdict, but for what else is said of it. */
export function exampleCase(
  id: string,
  verdict: string,
  said: Readonly<Record<string, unknown>> = {},
): CaseResult {
  const rule = id.split(';', 1)[0];
  return decode(CaseResult, { id, rule, verdict, attempts: [], ...said }, 'the example');
}

/** Results with these targets. */
export function exampleResults(...targets: readonly Readonly<Record<string, unknown>>[]): Results {
  return decode(Results, { ...RESULTS, targets: targets.map(exampleTarget) }, 'the example');
}
