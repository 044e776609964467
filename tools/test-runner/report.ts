import { styleText } from 'node:util';
import type { FileResult } from './run-file.ts';

/** The sum of test files. */
export interface Sum {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const SLOWEST = 12;

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).padStart(6)} s`;
}

/** Node's reporter repeats each failure behind its figures. */
function withoutSummary(output: string): string {
  const [tests = ''] = output.split(/^ℹ tests \d+$/m);
  const [, ending = ''] = /^\n((?:this file|ended).*)$/m.exec(output) ?? [];
  return `${tests.trimEnd()}${ending === '' ? '' : `\n${ending}`}`;
}

/** One file as a line; of a file that failed also what it printed. */
export function fileLines(result: FileResult, verbose: boolean): string {
  const { file, passed, failed, skipped, milliseconds, output } = result;
  const mark = failed > 0 ? styleText('red', '✖') : styleText('green', '✔');
  const figures = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ].join(', ');
  const line = `${mark}${seconds(milliseconds)}  ${file}  ${figures}\n`;
  return failed > 0 || verbose ? `${line}${withoutSummary(output)}\n\n` : line;
}

/** Adds up test files. */
export function sumOf(results: readonly FileResult[]): Sum {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of results) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped.length;
  }
  return sum;
}

/** What stands at the end: what was skipped and why, the slowest files, what failed. */
export function summaryLines(results: readonly FileResult[]): string {
  const skipped = results.flatMap(({ file, skipped: names }) => names.map((name) => `  ${file}: ${name}`));
  const slowest = [...results].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SLOWEST);
  const failed = results.filter((result) => result.failed > 0);
  return [
    ...(skipped.length === 0 ? [] : ['Skipped:', ...skipped]),
    'Slowest files:',
    ...slowest.map(({ file, milliseconds }) => `${seconds(milliseconds)}  ${file}`),
    ...(failed.length === 0 ? [] : ['Failed:', ...failed.map(({ file }) => `  ${file}`)]),
    '',
  ].join('\n');
}
