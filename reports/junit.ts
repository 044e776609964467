import type { Attempt, CaseResult, Results, Target } from '../harness/protocol/index.ts';
import { evidence, tellingAttempt } from './failures.ts';
import { longLabel } from './labels.ts';
import { knownWords } from './surprises.ts';
import { attribute, content } from './xml.ts';

const ELEMENT = { fail: 'failure', timeout: 'error', crash: 'error', 'harness-error': 'error' } as const;

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

function detail(attempt: Attempt): string {
  const { message, expected, actual } = evidence(attempt);
  const stack = 'stack' in attempt ? attempt.stack : undefined;
  return [
    message,
    ...(expected === undefined ? [] : [`expected: ${expected}`]),
    ...(actual === undefined ? [] : [`actual: ${actual}`]),
    ...(stack === undefined ? [] : ['', stack]),
  ].join('\n');
}

/** An attempt as an element; Surefire's names tell what was tried again apart from what decided. */
function attemptElement(name: string, attempt: Attempt): string {
  const text = detail(attempt);
  const nested = name.startsWith('flaky') || name.startsWith('rerun');
  const inside = nested ? `<stackTrace>${content(text)}</stackTrace>` : content(text);
  return `<${name} type="${attribute(attempt.outcome)}" message="${attribute(evidence(attempt).message)}">${inside}</${name}>`;
}

function isError(attempt: Attempt): boolean {
  return attempt.outcome !== 'fail';
}

/** What stands inside a test case; an expected failure is a skipped test with its reason. */
function body(result: CaseResult): readonly string[] {
  const told = tellingAttempt(result);
  if (result.verdict === 'pass' && result.expected === false) {
    const why = attribute(`it passed, but is ${knownWords(result.known)}`);
    return [`<failure type="unexpected-pass" message="${why}"/>`];
  }
  if (result.verdict === 'pass' || told === undefined) return [];
  const message = attribute(evidence(told).message);
  if (result.expected === true) {
    const known = result.known === undefined ? message : attribute(knownWords(result.known));
    return [`<skipped type="expected-${result.verdict}" message="${known}"/>`];
  }
  switch (result.verdict) {
    case 'blocked':
    case 'unsupported':
      return [`<skipped type="${result.verdict}" message="${message}"/>`];
    case 'flaky':
      // Surefire counts a flaky test as passed, but a flaky verdict never is: it fails, and its attempts are listed.
      return [
        attemptElement('failure', told),
        ...result.attempts
          .filter(
            (attempt) => attempt !== told && attempt.outcome !== 'pass' && attempt.outcome !== 'collateral',
          )
          .map((attempt) => attemptElement(isError(attempt) ? 'rerunError' : 'rerunFailure', attempt)),
        `<system-out>${content(`attempts: ${result.attempts.map(({ outcome }) => outcome).join(', ')}`)}</system-out>`,
      ];
    default: {
      const others = result.attempts.filter(
        (attempt) => attempt !== told && attempt.outcome !== 'collateral' && attempt.outcome !== 'pass',
      );
      return [
        attemptElement(ELEMENT[result.verdict], told),
        ...others.map((attempt) => attemptElement(isError(attempt) ? 'rerunError' : 'rerunFailure', attempt)),
      ];
    }
  }
}

function testCase(target: Target, result: CaseResult): string {
  const ms = result.attempts.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const inside = body(result);
  // The target is part of the class name: the same case in two browsers is two tests to every reader of this format.
  const head = `<testcase classname="${attribute(`${target.id.replaceAll('.', '_')}.${result.rule}`)}" name="${attribute(result.id)}" time="${seconds(ms)}"`;
  if (inside.length === 0) return `    ${head}/>`;
  return [`    ${head}>`, ...inside.map((line) => `      ${line}`), '    </testcase>'].join('\n');
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function counts(target: Target): Counts {
  const bodies = target.cases.map((result) => body(result)[0] ?? '');
  const starting = (element: string): number =>
    bodies.filter((line) => line.startsWith(`<${element}`)).length;
  return {
    tests: target.cases.length,
    failures: starting('failure'),
    errors: starting('error'),
    skipped: starting('skipped'),
  };
}

function countAttributes({ tests, failures, errors, skipped }: Counts): string {
  return `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
}

function suite(target: Target, own: Counts): string {
  const properties = [
    ['engine', target.engine],
    ['browser', `${target.browser.name} ${target.browser.version}`],
    ['driver', target.browser.driver],
    ['subject', `${target.subject.kind} ${target.subject.name}`],
    ['complete', String(target.complete)],
  ] as const;
  return [
    `  <testsuite name="${attribute(`${longLabel(target)} (${target.id})`)}" ${countAttributes(own)} time="${seconds(target.durationMs)}" timestamp="${attribute(target.startedAt.replace(/(\.\d+)?Z$/, ''))}">`,
    '    <properties>',
    ...properties.map(([name, value]) => `      <property name="${name}" value="${attribute(value)}"/>`),
    '    </properties>',
    ...target.cases.map((result) => testCase(target, result)),
    '  </testsuite>',
  ].join('\n');
}

/** JUnit XML as CI systems read it: a suite per target, a test per case, retried attempts in Surefire's form. */
export function junitReport(results: Results): string {
  const suites = results.targets.map((target) => ({ target, own: counts(target) }));
  const sum = (pick: keyof Counts): number => suites.reduce((total, { own }) => total + own[pick], 0);
  const total = {
    tests: sum('tests'),
    failures: sum('failures'),
    errors: sum('errors'),
    skipped: sum('skipped'),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mediarecorder-conformance" ${countAttributes(total)} time="${seconds(results.durationMs)}">`,
    ...suites.map(({ target, own }) => suite(target, own)),
    '</testsuites>',
    '',
  ].join('\n');
}
