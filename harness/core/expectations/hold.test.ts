import assert from 'node:assert/strict';
import { test } from 'node:test';
import { surpriseOf } from '../../protocol/index.ts';
import { expectationOf, holdAgainst } from './hold.ts';
import { HERE, known, seen } from '../testing/known.ts';
import { problemsOf } from './problems.ts';
import { parseVersionRange } from './version-range.ts';

const held = (result: ReturnType<typeof seen>, ...expectations: readonly ReturnType<typeof known>[]) =>
  holdAgainst(result, expectations, HERE);

test('a failure is expected when it is known, by its rule, its case or some of its parameters', () => {
  for (const id of ['a.b', 'a.b;container=mp4;source=canvas', 'a.b;source=canvas']) {
    const result = held(seen('a.b;container=mp4;source=canvas', 'fail'), known(id));
    assert.equal(result.expected, true, id);
    assert.equal(result.known?.reason, `why ${id}`);
    assert.equal(result.known.at, 'chromium.yaml:1');
    assert.equal(surpriseOf(result), null);
  }
});

test('what is not known is a surprise, whichever way it went wrong', () => {
  for (const outcome of ['fail', 'timeout', 'crash', 'harness-error'] as const) {
    const result = held(seen('a.b', outcome), known('a.c'), known('a.b;source=tone'));
    assert.equal(result.expected, false);
    assert.equal(surpriseOf(result), 'unexpected-fail', outcome);
  }
  assert.equal(surpriseOf(seen('a.b', 'fail')), 'unexpected-fail', 'without expectations too');
});

test('a pass without an expectation is no news, and one against an expectation is', () => {
  assert.equal(surpriseOf(held(seen('a.b', 'pass'))), null);
  assert.equal(surpriseOf(held(seen('a.b', 'pass'), known('a.b'))), 'unexpected-pass');
});

test('going wrong in another way than is known is a surprise', () => {
  assert.equal(surpriseOf(held(seen('a.b', 'timeout'), known('a.b'))), 'unexpected-fail');
  assert.equal(surpriseOf(held(seen('a.b', 'fail', 'pass'), known('a.b'))), 'unexpected-fail');
});

test('an intermittent case may go each of its ways, in one run too', () => {
  const both = known('a.b', ['pass', 'fail']);
  for (const outcomes of [['pass'], ['fail'], ['fail', 'pass']] as const)
    assert.equal(held(seen('a.b', ...outcomes), both).expected, true, outcomes.join());
  assert.equal(held(seen('a.b', 'fail', 'crash'), both).expected, false);
});

test('what could not be decided on this machine is neither as expected nor a surprise', () => {
  for (const outcome of ['blocked', 'unsupported'] as const) {
    const result = held(seen('a.b', outcome), known('a.b'));
    assert.equal(result.expected, undefined);
    assert.equal(surpriseOf(result), null);
  }
  assert.equal(held(seen('a.b', 'unsupported'), known('a.b', ['unsupported'])).expected, true);
});

test('an expectation for other versions or platforms says nothing here', () => {
  const versions = parseVersionRange('<156') ?? [];
  assert.equal(held(seen('a.b', 'fail'), known('a.b', ['fail'], { versions })).expected, false);
  assert.equal(held(seen('a.b', 'fail'), known('a.b', ['fail'], { platforms: ['darwin'] })).expected, false);
  assert.equal(
    held(seen('a.b', 'fail'), known('a.b', ['fail'], { platforms: ['darwin', 'linux'] })).expected,
    true,
  );
});

test('of several expectations the one that says most counts', () => {
  const [rule, part, whole] = [known('a.b'), known('a.b;x=1'), known('a.b;x=1;y=2')];
  assert.equal(expectationOf('a.b;x=1;y=2', [rule, part, whole], HERE), whole);
  assert.equal(expectationOf('a.b;x=1;y=3', [rule, part, whole], HERE), part);
  assert.equal(expectationOf('a.b;x=2;y=2', [rule, part, whole], HERE), rule);
});

test('what names nothing and what names the same twice is told with its line', () => {
  const versions = parseVersionRange('<100') ?? [];
  const problems = problemsOf(
    [
      known('a.gone', ['fail'], { line: 1 }),
      known('a.b', ['fail'], { line: 4 }),
      known('a.b;x=1', ['fail'], { line: 7 }),
      known('a.b;x=1', ['fail'], { line: 9, versions }),
    ],
    ['a.b;x=1', 'a.b;x=2'],
    HERE,
  );
  assert.deepEqual(
    problems.map(({ kind, line }) => [kind, line]),
    [
      ['unmatched', 1],
      ['overlap', 7],
    ],
  );
  assert.match(problems[1]?.message ?? '', /line 4/);
});
