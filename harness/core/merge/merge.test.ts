import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { sampleResults } from '../../../reports/testing/sample-results.ts';
import { Results, type Shard, type Target } from '../../protocol/index.ts';
import { merge } from './merge.ts';
import type { Part } from './part.ts';

const whole = sampleResults({ targets: 2, rules: 12, casesPerRule: 3 });

type Change = (target: Target, index: number) => Target;

function part(name: string, change: Change, more: Partial<Results> = {}): Part {
  const targets = whole.targets.map(change);
  const ruled = new Set(targets.flatMap(({ cases }) => cases.map(({ rule }) => rule)));
  return {
    name,
    results: { ...whole, targets, rules: whole.rules.filter(({ id }) => ruled.has(id)), ...more },
  };
}

/** Every n-th case, as a shard has them. */
const shard = (index: number, count: number, more: Partial<Results> = {}): Part =>
  part(
    `shard-${index}.json`,
    (target) => ({ ...target, cases: target.cases.filter((_, nth) => nth % count === index - 1) }),
    { shard: { index, count }, ...more },
  );

const only = (name: string, wanted: number): Part => {
  const { results } = part(name, (target) => target);
  return { name, results: { ...results, targets: results.targets.filter((_, index) => index === wanted) } };
};

const casesOf = ({ targets }: Results): readonly unknown[] =>
  targets.map(({ id, cases }) => [id, cases.map((one) => one.id).toSorted()]);

test('all shards together are the whole run again', () => {
  const { results, missing } = merge([shard(2, 3), shard(1, 3), shard(3, 3)]);
  assert.deepEqual(missing, []);
  assert.deepEqual(casesOf(results), casesOf(whole));
  assert.deepEqual(new Set(results.rules), new Set(whole.rules));
  assert.equal(results.shard, undefined);
  assert.ok(results.targets.every(({ complete }, index) => complete === whole.targets[index]?.complete));
  assert.ok(v.is(Results, results), 'the schema takes it');
});

test('merging in two steps comes to the same as in one', () => {
  const half = { name: 'half.json', results: merge([shard(1, 3), shard(3, 3)]).results };
  const { results, missing } = merge([half, shard(2, 3)]);
  assert.deepEqual(missing, []);
  assert.deepEqual(casesOf(results), casesOf(whole));
  assert.deepEqual(
    results.targets[0]?.shards,
    [1, 2, 3].map((index): Shard => ({ index, count: 3 })),
  );
});

test('a shard that nobody brought is named, and the targets are incomplete', () => {
  const { results, missing } = merge([shard(1, 3), shard(3, 3)]);
  assert.equal(missing.length, 2, missing.join('\n'));
  for (const line of missing) assert.match(line, /^\S.+ on linux x64: shard 2\/3 is missing$/);
  assert.ok(results.targets.every(({ complete }) => !complete));
});

test('browsers are put side by side, and what one of them lacks is said', () => {
  const { results, missing } = merge([only('a.json', 0), only('b.json', 1)]);
  assert.deepEqual(missing, []);
  assert.deepEqual(casesOf(results), casesOf(whole));
  const fewer = part('fewer.json', (target) => ({ ...target, cases: target.cases.slice(1) })).results;
  const short = { name: 'short.json', results: { ...fewer, targets: fewer.targets.slice(0, 1) } };
  assert.match(merge([short, only('b.json', 1)]).missing.join(), /: 1 of 36 cases is missing$/);
});

test('the same browser on another kind of machine is another target', () => {
  const machine = { ...whole.machine, platform: 'darwin' };
  const { results } = merge([
    only('a.json', 0),
    { name: 'mac.json', results: { ...only('', 0).results, machine } },
  ]);
  const [linux, mac] = results.targets;
  assert.equal(mac?.id, `${linux?.id}-darwin-${machine.arch}`);
  assert.equal(mac.machine?.platform, 'darwin');
});

test('the same case twice is refused with its name, unless runs may stand side by side', () => {
  const twice = [only('a.json', 0), only('b.json', 0)];
  assert.throws(
    () => merge(twice),
    /^MergeError: a\.json and b\.json both have \S+ \(and 35 more\) of .+; leave one/,
  );
  const { results } = merge(twice, 'side by side');
  assert.equal(results.targets.length, 2);
  assert.equal(new Set(results.targets.map(({ id }) => id)).size, 2);
});

test('other suites, other rules and other divisions are refused', () => {
  const suite = { ...whole.suite, version: '9.9.9' };
  const other = { name: 'b.json', results: { ...only('', 1).results, suite } };
  assert.throws(
    () => merge([only('a.json', 0), other]),
    /a\.json and b\.json were made by different suites, .*9\.9\.9/,
  );
  const built = (name: string, nth: number, hash: string): Part => ({
    name,
    results: { ...only('', nth).results, suite: { ...whole.suite, hash } },
  });
  assert.throws(
    () => merge([built('a.json', 0, 'abc'), built('b.json', 1, 'def')]),
    /a\.json and b\.json were made by different builds of the suite/,
  );
  assert.equal(merge([built('a.json', 0, 'abc'), built('b.json', 1, 'abc')]).results.suite.hash, 'abc');
  const rules = whole.rules.map((rule) => ({ ...rule, statement: 'Something else holds.' }));
  const changed = { name: 'b.json', results: { ...only('', 1).results, rules } };
  assert.throws(
    () => merge([only('a.json', 0), changed]),
    /the rule \S+ is not the same in a\.json and b\.json/,
  );
  assert.throws(
    () => merge([shard(1, 3), { ...shard(2, 5), name: 'b.json' }]),
    /both have|do not belong to one division/,
  );
  assert.throws(() => merge([]), /nothing to merge/);
});

test('two versions of a suite of others are refused, and suites that only some parts have are all told', () => {
  const by = (name: string, nth: number, others: Readonly<Record<string, string>>): Part => {
    const { results } = only('', nth);
    return { name, results: { ...results, suite: { ...results.suite, others: { ...others } } } };
  };
  assert.throws(
    () => merge([by('a.json', 0, { ours: 'abc' }), by('b.json', 1, { ours: 'def' })]),
    /the suite ours is not the same in a\.json and b\.json/,
  );
  const parts = [by('a.json', 0, { ours: 'abc' }), by('b.json', 1, { ours: 'abc', theirs: 'def' })];
  assert.deepEqual(merge(parts).results.suite, { ...whole.suite, others: { ours: 'abc', theirs: 'def' } });
  assert.deepEqual(merge([only('a.json', 0), only('b.json', 1)]).results.suite, whole.suite);
});

test('what was not run anywhere stays told, and what another part brought does not', () => {
  const id = whole.targets[0]?.cases[0]?.id;
  assert.ok(id);
  const without = part(
    'a.json',
    (target) => ({ ...target, cases: target.cases.filter((one) => one.id !== id) }),
    {
      notRun: [id],
    },
  );
  assert.deepEqual(merge([without]).results.notRun, [id]);
  const rest = part('b.json', (target) => ({
    ...target,
    cases: target.cases.filter((one) => one.id === id),
  }));
  assert.deepEqual(merge([without, rest]).results.notRun, []);
});

test('environments that differ are told of, and what only one probed is kept', () => {
  const environment = whole.targets[0]?.environment;
  assert.ok(environment);
  const probed =
    (findings: typeof environment.findings): Change =>
    (target) => ({
      ...target,
      environment: { ...environment, findings },
      cases: [],
    });
  const evidence = 'seen';
  const a = part('a.json', probed({ 'audio-clock': { status: 'available', evidence } }));
  const b = part(
    'b.json',
    probed({
      'audio-clock': { status: 'blocked', evidence },
      'fake-camera': { status: 'available', evidence },
    }),
  );
  const [target] = merge([a, b]).results.targets;
  assert.equal(target?.environment?.findings['fake-camera']?.status, 'available');
  assert.match(
    target.incidents.map(({ message }) => message).join(),
    /audio-clock is available in a\.json and blocked in b\.json/,
  );
});

test('rounds and the faults of expectations are those of all pieces', () => {
  const problem = (line: number) => ({
    kind: 'unmatched' as const,
    file: 'chromium.yaml',
    line,
    message: `line ${line}`,
  });
  const held = (name: string, index: number, more: Partial<Target>): Part =>
    part(name, (target) => ({
      ...target,
      cases: target.cases.filter((_, nth) => nth % 2 === index),
      ...more,
    }));
  const a = held('a.json', 0, {
    rounds: [{ number: 1, seed: 5, underLoad: false }],
    expectations: { file: 'chromium.yaml', problems: [problem(9)], writtenAgainst: '156' },
  });
  const b = held('b.json', 1, {
    rounds: [
      { number: 1, seed: 6, underLoad: false },
      { number: 2, seed: 7, underLoad: true },
    ],
    expectations: { file: 'chromium.yaml', problems: [problem(4), problem(9)] },
  });
  const [target] = merge([a, b]).results.targets;
  assert.deepEqual(target?.rounds, [
    { number: 1, seed: null, underLoad: false },
    { number: 2, seed: 7, underLoad: true },
  ]);
  assert.deepEqual(target.expectations, {
    file: 'chromium.yaml',
    problems: [problem(4), problem(9)],
    writtenAgainst: '156',
  });
  const [alone] = merge([only('c.json', 0)]).results.targets;
  assert.ok(alone !== undefined && !('rounds' in alone) && !('expectations' in alone));
});
