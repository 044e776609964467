import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases, CRASH, ENVIRONMENT, PASS, probedLedger } from './testing/ledger-entries.ts';
import { TargetLedger } from './target-ledger.ts';

const noStep = (): undefined => undefined;

function run(ledger: TargetLedger, lane: string): string {
  const assignment = ledger.assign(lane);
  return assignment.kind === 'run' ? assignment.job.entry.id : assignment.kind;
}

test('nothing is assigned before the browser was probed, and nothing is complete', () => {
  const ledger = new TargetLedger(cases(1), () => assert.fail('nothing ran'));
  assert.equal(run(ledger, 'L1'), 'wait');
  assert.equal(ledger.isComplete, false);
  assert.equal(ledger.finished('L1', 'case.n1', PASS), false);
  ledger.lost(['L1'], CRASH, noStep);
  assert.equal(ledger.environment, null);
});

test('a case that the environment rules out is answered by the probe', () => {
  const { ledger, reported } = probedLedger(cases(1, { needs: ['fake-camera'] }));
  assert.deepEqual(reported, ['1 case.n1 blocked']);
  assert.equal(ledger.isComplete, true);
  assert.equal(run(ledger, 'L1'), 'done');
});

test('the first findings count; a page that was started again changes nothing', () => {
  const { ledger, reported } = probedLedger(cases(2));
  run(ledger, 'L1');
  ledger.probed({ ...ENVIRONMENT, userAgent: 'y' });
  assert.equal(ledger.environment?.userAgent, 'x');
  assert.equal(ledger.holderOf('L1')?.entry.id, 'case.n1');
  assert.deepEqual(reported, []);
});

test('an answer is counted once, and only from the lane that holds the case', () => {
  const { ledger, reported } = probedLedger(cases(2));
  assert.equal(run(ledger, 'L1'), 'case.n1');
  assert.equal(ledger.finished('L2', 'case.n1', PASS), false);
  assert.equal(ledger.finished('L1', 'case.n2', PASS), false);
  assert.equal(ledger.finished('L1', 'case.n1', PASS), true);
  assert.equal(ledger.finished('L1', 'case.n1', PASS), false);
  assert.deepEqual(reported, ['1 case.n1 pass']);
});

test('results stand in the order of the manifest, whoever is ready first', () => {
  const { ledger } = probedLedger(cases(3));
  for (const lane of ['L1', 'L2', 'L3']) run(ledger, lane);
  for (const [lane, id] of [
    ['L3', 'case.n3'],
    ['L1', 'case.n1'],
    ['L2', 'case.n2'],
  ] as const)
    ledger.finished(lane, id, PASS);
  assert.deepEqual(
    ledger.results.map(({ id }) => String(id)),
    ['case.n1', 'case.n2', 'case.n3'],
  );
  assert.equal(ledger.isComplete, true);
});

test('cases that were lost together are run again alone, and their first attempt is not judged', () => {
  const { ledger, reported } = probedLedger(cases(2));
  run(ledger, 'L1');
  run(ledger, 'L2');
  ledger.lost(['L1', 'L2'], CRASH, noStep);
  assert.equal(ledger.suspicions, 2);
  assert.deepEqual(reported, []);
  for (const id of ['case.n1', 'case.n2']) {
    assert.equal(run(ledger, 'L1'), id);
    assert.equal(run(ledger, 'L2'), 'wait');
    ledger.finished('L1', id, PASS);
  }
  assert.deepEqual(reported, ['1 case.n1 pass', '2 case.n2 pass']);
  assert.deepEqual(
    ledger.results.map(({ attempts }) => attempts.map(({ outcome }) => outcome)),
    [
      ['collateral', 'pass'],
      ['collateral', 'pass'],
    ],
  );
});

test('a case that is lost a second time, and alone, is to blame, and the step that it had reached is told', () => {
  const { ledger } = probedLedger(cases(1, { weight: 'alone' }));
  for (let time = 0; time < 2; time += 1) {
    assert.equal(ledger.isComplete, false);
    run(ledger, 'L1');
    ledger.lost(['L1'], CRASH, (lane) => (lane === 'L1' ? 'start()' : undefined));
  }
  assert.equal(ledger.isComplete, true);
  const [result] = ledger.results;
  assert.equal(result?.verdict, 'crash');
  assert.equal(result?.attempts[0]?.outcome, 'collateral');
  assert.deepEqual(result?.attempts[1], { ...CRASH, durationMs: 0, lastStep: 'start()' });
});

test('losing lanes that hold nothing changes nothing', () => {
  const { ledger, reported } = probedLedger(cases(1));
  ledger.lost(['L1', 'L2'], CRASH, noStep);
  assert.equal(ledger.suspicions, 0);
  assert.deepEqual(reported, []);
  assert.equal(run(ledger, 'L1'), 'case.n1');
});

test('notes are kept with their time', () => {
  const { ledger } = probedLedger(cases(1));
  ledger.note('it was started again');
  assert.equal(ledger.incidents[0]?.message, 'it was started again');
  assert.match(ledger.incidents[0]?.at ?? '', /^\d{4}-\d\d-\d\dT/);
});

test('a case lost to a fault of the harness is run again alone, but not for ever', () => {
  const { ledger, reported } = probedLedger(cases(2));
  const fault = { outcome: 'harness-error', message: 'the audio clock stands still', durationMs: 1 } as const;
  assert.equal(run(ledger, 'L1'), 'case.n1');
  ledger.finished('L1', 'case.n1', fault);
  assert.deepEqual(reported, []);
  assert.equal(run(ledger, 'L1'), 'case.n2');
  assert.equal(run(ledger, 'L2'), 'wait');
  ledger.finished('L1', 'case.n2', PASS);
  assert.equal(run(ledger, 'L1'), 'case.n1');
  ledger.finished('L1', 'case.n1', PASS);
  const [first] = ledger.results;
  assert.equal(first?.verdict, 'pass');
  assert.deepEqual(
    first.attempts.map(({ outcome }) => outcome),
    ['collateral', 'pass'],
  );
});

test('a fault that stays is the verdict', () => {
  const { ledger, reported } = probedLedger(cases(1));
  const fault = { outcome: 'harness-error', message: 'the audio clock stands still', durationMs: 1 } as const;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    assert.equal(run(ledger, 'L1'), 'case.n1');
    ledger.finished('L1', 'case.n1', fault);
  }
  assert.deepEqual(reported, ['1 case.n1 harness-error']);
  assert.equal(ledger.isComplete, true);
});
