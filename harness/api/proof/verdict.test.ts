import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { caseId, RuleSnapshot, ruleOf, type CaseEntry } from '../../protocol/index.ts';
import type { Mutant } from '../suite.ts';
import { matrixOf, summaryOf } from './matrix.ts';
import { Turn } from './turn.ts';
import { holds, judgeProof } from './verdict.ts';

const mutant: Mutant = { name: 'broken', breaks: ['pause.one', 'pause.two'], misdeed: 'It is broken.' };

const entry = (rule: string, source: string): CaseEntry => {
  const id = caseId(rule, { source });
  return { id, rule: ruleOf(id), needs: [], weight: 'shared', profile: 'default' };
};

const rule = (id: string): RuleSnapshot =>
  v.parse(RuleSnapshot, {
    id,
    section: 'pause',
    sectionTitle: 'pause()',
    level: 'must',
    standing: 'settled',
    statement: 'It holds.',
    source: { label: 'spec', url: 'https://example.org/' },
  });

const turn = (): Turn =>
  new Turn({
    subject: 'mutant:broken',
    mutant,
    hunts: mutant.breaks.map((id) => ({ rule: id, cases: [entry(id, 'canvas'), entry(id, 'tone')] })),
  });

/** Answers for every case that a turn asks for; gives the cases in the order in which they were asked for. */
function play(played: Turn, outcomeOf: (id: string) => 'pass' | 'fail' | 'harness-error'): readonly string[] {
  const asked: string[] = [];
  for (let step = played.next(); step !== null; step = played.next()) {
    asked.push(step.entry.id);
    played.answer({ outcome: outcomeOf(step.entry.id), message: '', durationMs: 1 });
  }
  return asked;
}

test('a rule that has caught the mutant is not tried any further', () => {
  const played = turn();
  assert.deepEqual(
    play(played, () => 'fail'),
    ['pause.one;source=canvas', 'pause.two;source=canvas'],
  );
  const proof = judgeProof([played.record], [rule('pause.one'), rule('pause.two')], new Map(), []);
  assert.equal(holds(proof), true);
  assert.match(matrixOf(proof), /\| broken \| It is broken\. \| pause\.one \| `pause\.one;source=canvas` \|/);
  assert.match(summaryOf(proof, 2), /^Proven: 1 of 1 mutants/);
});

test('a mutant has to be caught by every rule that it breaks', () => {
  const played = turn();
  play(played, (id) => (id.startsWith('pause.one') ? 'fail' : 'pass'));
  const proof = judgeProof([played.record], [], new Map(), []);
  assert.deepEqual(
    proof.survivors.map((survivor) => survivor.rule),
    ['pause.two'],
  );
  assert.equal(holds(proof), false);
  assert.match(summaryOf(proof, 2), /survived: broken was not noticed by pause\.two/);
});

test('a fault of the harness is no answer, and asked for again, but not for ever', () => {
  const played = turn();
  const asked = play(played, () => 'harness-error');
  assert.equal(asked.filter((id) => id === 'pause.one;source=canvas').length, 4);
  assert.equal(holds(judgeProof([played.record], [], new Map(), [])), false);
});

test('a rule without a mutant needs an excuse, and an excuse needs such a rule', () => {
  const played = turn();
  play(played, () => 'fail');
  const rules = ['pause.one', 'pause.two', 'pause.three', 'pause.four'].map(rule);
  const excused = new Map([
    ['pause.three', 'It cannot be broken.'],
    ['pause.one', 'It can.'],
    ['pause.five', 'It is not there.'],
  ]);
  const proof = judgeProof([played.record], rules, excused, []);
  assert.deepEqual(proof.unproven, ['pause.four']);
  assert.deepEqual(proof.idleExcuses, ['pause.one', 'pause.five']);
  assert.equal(holds(proof), false);
});

test('a case that fails with the reference, too, fails the proof', () => {
  const played = turn();
  play(played, () => 'fail');
  assert.equal(
    holds(
      judgeProof([played.record], [], new Map(), [
        { case: 'pause.one;source=canvas', recorder: 'reference', message: '' },
      ]),
    ),
    false,
  );
});

test('a mutant that cannot be installed survives, with the reason', () => {
  const played = turn();
  played.unfit('it threw');
  assert.equal(played.next(), null);
  const { survivors } = judgeProof([played.record], [], new Map(), []);
  assert.deepEqual(
    survivors.map(({ why }) => why),
    ['it threw', 'it threw'],
  );
});
