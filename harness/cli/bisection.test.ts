import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BrowserNotFoundError, CannotRunError, UsageError } from '../api/index.ts';
import { bisectCodeOf } from './bisection.ts';
import { command } from './testing/command.ts';
import { EXIT, type ExitCode } from './exit.ts';

test('every end of a run has a meaning for a bisection', () => {
  const table: readonly (readonly [ExitCode, unknown, number])[] = [
    [EXIT.asExpected, undefined, 0],
    [EXIT.unexpected, undefined, 1],
    [EXIT.cannotRun, undefined, 125],
    [EXIT.cannotRun, new CannotRunError('x'), 125],
    [EXIT.usage, new BrowserNotFoundError('x'), 125],
    [EXIT.usage, new UsageError('x'), 128],
    [EXIT.nothingMatched, undefined, 128],
    [EXIT.interrupted, undefined, 130],
  ];
  for (const [code, error, expected] of table)
    assert.equal(bisectCodeOf(code, error), expected, String(code));
});

test('only 1 is bad, and only what concerns every build ends a bisection', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bisection-'));
  const codeOf = async (...args: readonly string[]) =>
    (await command(['run', '--bisect', ...args], { cwd: folder })).code;
  assert.equal(await codeOf('--browser', './nowhere'), 125, 'a build without its browser');
  assert.equal(await codeOf('--output', '/proc/x'), 125);
  assert.equal(await codeOf('--brwser', 'x'), 128);
  assert.equal(await codeOf('--rule', 'nope.nope'), 128);
  assert.equal(await codeOf('--grep', 'nothing is called so'), 128);
  assert.equal(await codeOf('--help'), 0);
  await rm(folder, { recursive: true });
});
