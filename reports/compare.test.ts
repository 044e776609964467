import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Results, Verdict } from '../harness/protocol/index.ts';
import { compare } from './compare.ts';
import { smallResults } from './testing/small-results.ts';

function withVerdict(results: Results, id: string, verdict: Verdict): Results {
  const targets = results.targets.map((target) => ({
    ...target,
    cases: target.cases.map((result) => (result.id === id ? { ...result, verdict } : result)),
  }));
  return { ...results, targets };
}

test('a run is the same as itself', () => {
  const same = compare(smallResults(), smallResults());
  deepStrictEqual(
    [same.newlyFailing, same.newlyPassing, same.otherwise, same.added, same.gone, same.rules, same.unmatched],
    [[], [], [], [], [], [], []],
  );
});

test('what fails now is told from what passes now and from what is only different', () => {
  const before = smallResults();
  const after = withVerdict(withVerdict(before, 'stop.fires-once', 'fail'), 'start.hints', 'blocked');
  const { newlyFailing, newlyPassing, otherwise } = compare(before, after);
  deepStrictEqual(
    newlyFailing.map(({ target, before: was, after: is }) => [target, was, is]),
    [['chromium', 'pass', 'fail']],
  );
  deepStrictEqual(newlyPassing, []);
  deepStrictEqual(
    otherwise
      .map((change) => [change.case, change.before, change.after])
      .sort(([a = ''], [b = '']) => a.localeCompare(b)),
    [
      ['start.hints', 'fail', 'blocked'],
      ['start.hints', 'unsupported', 'blocked'],
      ['stop.fires-once', 'crash', 'fail'],
    ],
  );
  deepStrictEqual(
    compare(after, before).newlyPassing.map((change) => change.case),
    ['stop.fires-once'],
  );
});

test('a rule whose words changed is told apart from a browser that changed', () => {
  const before = smallResults();
  const changed = withVerdict(before, 'stop.fires-once', 'fail');
  const rules = changed.rules.map((rule) =>
    rule.id === 'stop.fires-once' ? { ...rule, statement: 'stop fires.', level: 'should' as const } : rule,
  );
  const { newlyFailing, rules: told } = compare(before, { ...changed, rules });
  strictEqual(newlyFailing[0]?.ruleChange, 'changed');
  deepStrictEqual(told, [
    {
      rule: 'stop.fires-once',
      kind: 'changed',
      fields: [
        { field: 'statement', before: 'stop fires exactly once.', after: 'stop fires.' },
        { field: 'level', before: 'must', after: 'should' },
      ],
    },
  ]);
});

test('new and gone rules bring new and gone cases', () => {
  const before = smallResults();
  const less: Results = {
    ...before,
    rules: before.rules.filter(({ id }) => id !== 'start.hints'),
    targets: before.targets.map((target) => ({
      ...target,
      cases: target.cases.filter(({ rule }) => rule !== 'start.hints'),
    })),
  };
  const added = compare(less, before);
  deepStrictEqual(
    added.added.map(({ target, ruleChange }) => [target, ruleChange]),
    [
      ['chromium', 'new'],
      ['webkitgtk', 'new'],
    ],
  );
  deepStrictEqual(
    compare(before, less).gone.map(({ ruleChange }) => ruleChange),
    ['gone', 'gone'],
  );
});

test('a target of another version is still the same target; one without a partner is named', () => {
  const before = smallResults();
  const targets = before.targets.map((target) => ({
    ...target,
    id: `${target.id}-new`,
    browser: { ...target.browser, version: '157.0' },
  }));
  const upgraded = compare(before, { ...before, targets });
  strictEqual(upgraded.pairs.length, 2);
  strictEqual(upgraded.pairs[0]?.label, 'Chromium 156.0.1.2 → Chromium 157.0');
  const fewer = compare(before, { ...before, targets: before.targets.slice(0, 1) });
  deepStrictEqual(fewer.unmatched, ['WebKitGTK 2.52.6']);
});
