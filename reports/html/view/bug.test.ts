import { ok, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseResult, Results, RuleSnapshot, Target } from '../../../harness/protocol/index.ts';
import { smallResults } from '../../testing/small-results.ts';
import { bugMarkdown, command } from './bug.ts';

const results = smallResults();

function found(id: string): {
  readonly target: Target;
  readonly rule: RuleSnapshot;
  readonly result: CaseResult;
} {
  for (const target of results.targets)
    for (const result of target.cases) {
      const rule = results.rules.find((entry) => entry.id === result.rule);
      if (result.id === id && rule !== undefined) return { target, rule, result };
    }
  throw new Error(`There is no case ${id}.`);
}

test('the command names the engine, the subject and the case', () => {
  const { target } = found('start.slices');
  strictEqual(
    command(target, 'start.slices;source=canvas', results),
    'mediarecorder-conformance run --browser chromium --rule "start.slices;source=canvas"',
  );
  const long = { ...results, options: { profile: 'full' } };
  ok(command(target, 'start.slices', long).endsWith('--rule "start.slices" --profile full'));
  const mutant = { ...target, subject: { kind: 'mutant' as const, name: 'stop.no-event' } };
  ok(command(mutant, 'stop.fires-once', results).includes('--subject mutant:stop.no-event'));
  const polyfill = { ...target, subject: { kind: 'polyfill' as const, name: './my $(recorder).js' } };
  ok(command(polyfill, 'stop.fires-once', results).includes('--polyfill "./my \\$(recorder).js"'));
});

test('the Markdown carries rule, source, expected, seen, trace and command', () => {
  const { target, rule, result } = found('start.hints');
  const run: Results = results;
  const text = bugMarkdown(run, rule, target, result);
  for (const part of [
    rule.id,
    rule.source.url,
    'InvalidStateError',
    'nothing',
    'dataavailable 4.2 kB',
    '--rule',
  ])
    ok(text.includes(part), part);
});

test('hostile text cannot leave its code block', () => {
  const { target, rule, result } = found('stop.hostile;text=%3Cb%3E');
  const text = bugMarkdown(results, rule, target, result);
  ok(text.includes('````\n'));
  const outside = text.replace(/(`{3,})[a-z]*\n[\s\S]*?\n\1/g, '');
  ok(!outside.includes('<img'));
  ok(!outside.includes('@everyone'));
});
