import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test } from 'node:test';
import * as v from 'valibot';
import { readExpectations } from '../api/expectations/files.ts';
import { exampleCase, exampleResults } from '../protocol/testing/example-results.ts';
import { decodeJson, Engine } from '../protocol/index.ts';
import { command } from './testing/command.ts';
import { EXIT, exitCodeOf } from './exit.ts';
import { PACKAGE_ROOT } from '../api/package-root.ts';

const Package = v.object({ scripts: v.object({ start: v.string() }) });
const Printed = v.object({ options: v.record(v.string(), v.unknown()) });

/** What `npm start -- ARGS` comes to, without npm around it. */
async function started(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(resolve(PACKAGE_ROOT, 'package.json'), 'utf8');
  const { start } = decodeJson(Package, text, 'package.json').scripts;
  const [node, program, ...own] = start.split(' ');
  assert.deepEqual([node, program], ['node', 'dist/cli/main.js']);
  const { code, stdout, stderr } = await command([...own, '--print-config', ...args], { cwd: PACKAGE_ROOT });
  assert.equal(code, 0, stderr);
  return decodeJson(Printed, stdout, 'stdout').options;
}

test('npm start installs what is missing and holds results against the expectations of the project', async () => {
  const { install, expectations } = await started();
  assert.equal(install, true);
  assert.equal(expectations, 'expectations');
  for (const engine of Engine.options) {
    const subject = { kind: 'native', name: 'MediaRecorder' } as const;
    const known = await readExpectations(resolve(PACKAGE_ROOT, 'expectations'), { engine, subject });
    assert.ok(known.expectations.length > 0, engine);
    assert.ok(known.writtenAgainst !== undefined, engine);
  }
});

test('what is said behind npm start wins, and leaves the rest as it is', async () => {
  assert.equal((await started('--no-expectations'))['expectations'], false);
  assert.equal((await started('--expectations', 'mine'))['expectations'], 'mine');
  const { browser, grep, expectations } = await started('--browser', 'firefox', '--grep', 'pause');
  assert.deepEqual([browser, grep, expectations], [['firefox'], 'pause', 'expectations']);
});

test('expectations are not turned off and rewritten at once', async () => {
  const { code, stderr } = await command(['run', '--no-expectations', '--update-expectations']);
  assert.equal(code, EXIT.usage);
  assert.match(stderr, /^error: --update-expectations needs --expectations DIR\n$/);
});

test('a run whose failures are all known is a success, and one with news is none', () => {
  const known = { outcomes: ['fail'], reason: 'It does.', at: 'chromium.yaml:3' };
  const asKnown = exampleCase('a.known', 'fail', { expected: true, known });
  const code = (...cases: readonly object[]): number => exitCodeOf(exampleResults({ cases }), false);
  assert.equal(code(asKnown), EXIT.asExpected);
  assert.equal(code(asKnown, exampleCase('a.new', 'fail', { expected: false })), EXIT.unexpected);
  assert.equal(code(asKnown, exampleCase('a.old', 'pass', { expected: false, known })), EXIT.unexpected);
});
