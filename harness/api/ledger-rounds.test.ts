import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ONCE, type Persistence } from '../core/index.ts';
import type { Attempt } from '../protocol/index.ts';
import { cases, CRASH, ENVIRONMENT, PASS } from './testing/ledger-entries.ts';
import type { LedgerOptions } from './ledger-options.ts';
import { TargetLedger } from './target-ledger.ts';

const FAIL: Attempt = { outcome: 'fail', message: 'why', durationMs: 1 };

/** A ledger whose cases are answered one after another as a test says. */
class Worked {
  readonly reported: string[] = [];
  readonly ledger: TargetLedger;

  constructor(count: number, persistence: Partial<Persistence>, more: Partial<LedgerOptions> = {}) {
    const report = ({ id, verdict }: { readonly id: string; readonly verdict: string }, done: number) =>
      this.reported.push(`${done} ${id} ${verdict}`);
    const options = { persistence: { ...ONCE, ...persistence }, ...more };
    this.ledger = new TargetLedger(cases(count), report, options);
    this.ledger.probed(ENVIRONMENT);
  }

  /** Runs until this browser has nothing more to do; says in which order. */
  work(answer: (id: string, nth: number) => Attempt): readonly string[] {
    const order: string[] = [];
    for (;;) {
      const next = this.ledger.assign('L1');
      if (next.kind !== 'run') return order;
      const { id } = next.job.entry;
      order.push(id);
      const nth = order.filter((each) => each === id).length;
      assert.ok(this.ledger.finished('L1', id, answer(id, nth)));
    }
  }

  outcomes(): readonly string[] {
    return this.ledger.results.map(({ id, verdict, attempts }) =>
      [id, verdict, ...attempts.map(({ outcome }) => outcome)].join(' '),
    );
  }
}

test('only what did not pass is tried again, after all others, and every attempt is kept', () => {
  const run = new Worked(3, { retries: 2 });
  const order = run.work((id, nth) => (id === 'case.n1' || (id === 'case.n2' && nth === 1) ? FAIL : PASS));
  assert.deepEqual(order, ['case.n1', 'case.n2', 'case.n3', 'case.n1', 'case.n2', 'case.n1']);
  assert.deepEqual(run.outcomes(), [
    'case.n1 fail fail fail fail',
    'case.n2 flaky fail pass',
    'case.n3 pass pass',
  ]);
  assert.deepEqual(run.reported, ['1 case.n3 pass', '2 case.n2 flaky', '3 case.n1 fail']);
  assert.ok(run.ledger.isComplete);
});

test('what did not pass as was expected is not tried again', () => {
  const run = new Worked(2, { retries: 2 }, { conclude: (result) => ({ ...result, expected: true }) });
  run.work(() => FAIL);
  assert.deepEqual(run.outcomes(), ['case.n1 fail fail', 'case.n2 fail fail']);
});

test('what brings its page down is tried again alone, and blamed each time', () => {
  const { ledger, ...run } = new Worked(1, { retries: 1 });
  for (let time = 0; time < 3; time += 1) {
    assert.equal(ledger.isComplete, false);
    assert.equal(ledger.assign('L1').kind, 'run');
    ledger.lost(['L1'], CRASH, () => undefined);
  }
  assert.ok(ledger.isComplete);
  assert.deepEqual(run.reported, ['1 case.n1 crash']);
  assert.deepEqual(
    ledger.results[0]?.attempts.map(({ outcome }) => outcome),
    ['collateral', 'crash', 'crash'],
  );
});

test('every case runs in every round, and says in which', () => {
  const run = new Worked(2, { rounds: 3 });
  const order = run.work((id, nth) => (id === 'case.n2' && nth === 2 ? FAIL : PASS));
  assert.deepEqual(order, ['case.n1', 'case.n2', 'case.n1', 'case.n2', 'case.n1', 'case.n2']);
  assert.deepEqual(run.outcomes(), ['case.n1 pass pass pass pass', 'case.n2 flaky pass fail pass']);
  assert.deepEqual(
    run.ledger.results.map(({ attempts }) => attempts.map(({ round }) => round)),
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
  );
  assert.equal(run.reported.at(-1), '6 case.n2 flaky');
});

test('a round that is owed a browser of its own waits for it', () => {
  const run = new Worked(2, { rounds: 2, verify: true, seed: 3 });
  assert.equal(run.work(() => PASS).length, 2);
  assert.ok(run.ledger.isRoundDone && !run.ledger.isComplete);
  run.ledger.openRound();
  assert.ok(!run.ledger.isRoundDone);
  run.ledger.openRound();
  assert.equal(run.ledger.round, 2, 'a round is not left before it is done');
  run.work(() => PASS);
  assert.ok(run.ledger.isComplete);
});

test('of several passes the first one keeps its trace', () => {
  const trace = [{ kind: 'note', at: 1, text: 'x' }] as const;
  const run = new Worked(1, { rounds: 2 });
  run.work(() => ({ ...PASS, trace: [...trace] }));
  assert.deepEqual(
    run.ledger.results[0]?.attempts.map((attempt) => attempt.trace?.length),
    [1, undefined],
  );
});

test('what an earlier run brought is not run again, and is told of like the rest', () => {
  const recorded: string[] = [];
  const run = new Worked(
    3,
    { retries: 1 },
    {
      restored: {
        incidents: [],
        attempts: new Map([
          ['case.n1', [PASS]],
          ['case.n2', [FAIL]],
          ['case.n3', [{ outcome: 'collateral', message: 'lost', durationMs: 0 }]],
        ]),
      },
      record: (event) => {
        if (event.kind === 'attempt') recorded.push(`${event.case} ${event.attempt.outcome}`);
      },
    },
  );
  assert.deepEqual(
    run.work(() => PASS),
    ['case.n2', 'case.n3'],
  );
  assert.deepEqual(run.outcomes(), [
    'case.n1 pass pass',
    'case.n2 flaky fail pass',
    'case.n3 pass collateral pass',
  ]);
  assert.deepEqual(run.reported, ['2 case.n2 flaky', '3 case.n3 pass']);
  assert.deepEqual(recorded, ['case.n2 pass', 'case.n3 pass']);
});

test('a run that was ended in its second round goes on there', () => {
  const one = { ...PASS, round: 1 };
  const attempts = new Map<string, readonly Attempt[]>([
    ['case.n1', [one, { ...PASS, round: 2 }]],
    ['case.n2', [one]],
  ]);
  const restored = { attempts, incidents: [], environment: ENVIRONMENT };
  const run = new Worked(2, { rounds: 2 }, { restored });
  assert.equal(run.ledger.round, 2);
  assert.deepEqual(
    run.work(() => PASS),
    ['case.n2'],
  );
  assert.ok(run.ledger.isComplete);
});

test('what a subject declared before its run was ended still holds when it goes on', () => {
  const declaration = { version: '3', declines: [{ rules: ['case.n2'], reason: 'not mine' }] };
  const recorded: string[] = [];
  const restored = {
    attempts: new Map<string, readonly Attempt[]>([['case.n1', [PASS]]]),
    incidents: [],
    environment: ENVIRONMENT,
    declaration,
  };
  const run = new Worked(3, {}, { restored, record: ({ kind }) => recorded.push(kind) });
  assert.deepEqual(
    run.work(() => PASS),
    ['case.n3'],
  );
  assert.deepEqual(run.outcomes(), [
    'case.n1 pass pass',
    'case.n2 unsupported unsupported',
    'case.n3 pass pass',
  ]);
  assert.deepEqual(run.ledger.declaration, declaration);
  run.ledger.declared({ version: '4' });
  assert.deepEqual(run.ledger.declaration, declaration, 'every document tells it; the first one counts');
  assert.deepEqual(recorded, ['attempt', 'attempt'], 'it is in the journal already');
});
