import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CommanderError } from 'commander';
import {
  BrowserNotFoundError,
  CannotRunError,
  DecodeError,
  LaunchError,
  NothingMatchedError,
  UsageError,
} from '../api/index.ts';
import { exampleCase, exampleResults } from '../protocol/testing/example-results.ts';
import { EXIT, exitCodeOf } from './exit.ts';
import { faultOf } from './faults.ts';

/** Results with targets that are complete or not, each with cases of these verdicts. */
const results = (...targets: readonly (readonly [complete: boolean, ...verdicts: readonly string[]])[]) =>
  exampleResults(
    ...targets.map(([complete, ...verdicts], index) => ({
      id: `t${index}`,
      complete,
      cases: verdicts.map((verdict, n) => exampleCase(`a.n${n}`, verdict)),
    })),
  );

test('passes, and what this machine or browser cannot have, are as expected', () => {
  assert.equal(exitCodeOf(results([true, 'pass', 'unsupported', 'blocked']), false), EXIT.asExpected);
});

test('every other verdict is unexpected, flaky ones among them', () => {
  for (const verdict of ['fail', 'flaky', 'timeout', 'crash', 'harness-error'])
    assert.equal(exitCodeOf(results([true, 'pass'], [true, verdict]), false), EXIT.unexpected, verdict);
});

test('the highest code that applies is the one that is given', () => {
  assert.equal(exitCodeOf(results([true, 'fail'], [false, 'pass']), false), EXIT.cannotRun);
  assert.equal(exitCodeOf(results([false, 'fail']), true), EXIT.interrupted);
});

test('each fault has the exit code of the contract and one line', () => {
  const faults = [
    [new UsageError('x'), 2],
    [new DecodeError('x'), 2],
    [new BrowserNotFoundError('x'), 2],
    [new CannotRunError('x'), 3],
    [new LaunchError('x'), 3],
    [new NothingMatchedError('x'), 4],
  ] as const;
  for (const [error, code] of faults) assert.deepEqual(faultOf(error), { code, line: 'x' }, error.name);
  assert.equal(faultOf(new CommanderError(1, 'commander.unknownOption', 'x')).code, EXIT.usage);
  assert.equal(faultOf(new CommanderError(0, 'commander.help', '')).code, EXIT.asExpected);
});

test('a fault of the program itself says so, and alone shows a stack', () => {
  const { code, line } = faultOf(new TypeError('x is undefined'));
  assert.equal(code, EXIT.cannotRun);
  assert.match(line, /fault of mediarecorder-conformance itself:\nTypeError: x is undefined\n\s+at /);
  assert.equal(faultOf('thrown text').line, 'thrown text');
});
