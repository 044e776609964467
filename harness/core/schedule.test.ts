import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { entry } from './testing/entries.ts';
import { assign, lose, remaining, scheduleOf, settle, type Job, type Schedule } from './schedule.ts';

const LANES = ['L1', 'L2', 'L3', 'L4'];

const lane = fc.constantFrom(...LANES);
const step = fc.oneof(
  fc.record({ kind: fc.constant('assign' as const), lane }),
  fc.record({ kind: fc.constant('settle' as const), lane }),
  fc.record({ kind: fc.constant('lose' as const), lanes: fc.subarray(LANES) }),
);
const weights = fc.array(fc.constantFrom('shared' as const, 'alone' as const), { maxLength: 12 });

const casesOf = (list: readonly ('shared' | 'alone')[]) =>
  list.map((weight, index) => entry(`case.n${index}`, { weight }));

/** A run in which anything may happen at any time, held against what must always be true. */
class Walk {
  schedule: Schedule;
  readonly answered: string[] = [];
  readonly #all: readonly string[];

  constructor(list: readonly ('shared' | 'alone')[]) {
    const cases = casesOf(list);
    this.schedule = scheduleOf(cases);
    this.#all = cases.map(({ id }) => id);
  }

  take(action: typeof step extends fc.Arbitrary<infer A> ? A : never): void {
    switch (action.kind) {
      case 'assign':
        this.assign(action.lane);
        break;
      case 'settle':
        this.settle(action.lane);
        break;
      case 'lose':
        this.lose(action.lanes);
        break;
    }
    this.check();
  }

  assign(to: string): 'run' | 'wait' | 'done' {
    const held = this.schedule.inFlight.get(to);
    const [schedule, assignment] = assign(this.schedule, to);
    this.schedule = schedule;
    if (assignment.kind === 'done') assert.deepEqual(remaining(schedule), []);
    if (assignment.kind === 'run') assert.equal(schedule.inFlight.get(to), assignment.job);
    if (held !== undefined) assert.deepEqual(assignment, { kind: 'run', job: held });
    return assignment.kind;
  }

  settle(by: string): void {
    const [schedule, job] = settle(this.schedule, by);
    this.schedule = schedule;
    if (job !== undefined) this.answered.push(job.entry.id);
  }

  lose(lanes: readonly string[]): void {
    const before = this.schedule.inFlight;
    const [schedule, { blamed, again }] = lose(this.schedule, lanes);
    this.schedule = schedule;
    for (const {
      alone,
      entry: { id },
    } of blamed) {
      assert.ok(alone, `${id} was blamed though others ran beside it`);
      this.answered.push(id);
    }
    const ids = (jobs: readonly Job[]) => jobs.map(({ entry: { id } }) => id).sort();
    const lost = lanes.flatMap((name) => before.get(name) ?? []);
    assert.deepEqual(ids([...blamed, ...again]), ids(lost));
  }

  check(): void {
    const { inFlight } = this.schedule;
    const alone = [...inFlight.values()].filter((job) => job.alone);
    if (alone.length > 0) assert.equal(inFlight.size, 1, 'something ran beside a job that must be alone');
    const waiting = remaining(this.schedule).map(({ entry: { id } }) => id);
    assert.deepEqual(
      [...this.answered, ...waiting].sort(),
      [...this.#all].sort(),
      'a case was lost or doubled',
    );
  }
}

test('whatever lanes do and lose, each case is answered once, blame falls on who was alone, and alone is alone', () => {
  fc.assert(
    fc.property(weights, fc.array(step, { maxLength: 60 }), (list, steps) => {
      const walk = new Walk(list);
      walk.check();
      for (const action of steps) walk.take(action);
      for (let turn = 0; turn < 2 * list.length + LANES.length; turn += 1) {
        for (const name of LANES) if (walk.assign(name) === 'run') walk.settle(name);
        walk.check();
      }
      assert.equal(walk.answered.length, list.length, 'lanes that go on bring a run to its end');
      assert.equal(walk.assign('L1'), 'done');
    }),
    { numRuns: 500 },
  );
});

test('a lane that asks again while it holds a job gets the same job', () => {
  const [first, given] = assign(scheduleOf(casesOf(['shared', 'shared'])), 'L1');
  const [second, again] = assign(first, 'L1');
  assert.deepEqual(again, given);
  assert.equal(remaining(second).length, 2);
});

test('jobs that were lost together are run again alone, and watched', () => {
  const [one] = assign(scheduleOf(casesOf(['shared', 'shared', 'shared'])), 'L1');
  const [two] = assign(one, 'L2');
  const [lost, { blamed, again }] = lose(two, LANES);
  assert.deepEqual(blamed, []);
  assert.equal(again.length, 2);
  const [three, next] = assign(lost, 'L1');
  assert.equal(next.kind === 'run' && next.job.alone, false, 'what may share goes first');
  const [four] = settle(three, 'L1');
  const [five, suspect] = assign(four, 'L1');
  assert.deepEqual(suspect.kind === 'run' && { ...suspect.job, entry: null }, {
    entry: null,
    alone: true,
    suspect: true,
  });
  assert.equal(assign(five, 'L2')[1].kind, 'wait');
  assert.equal(lose(five, ['L1'])[1].blamed.length, 1);
});

test('a transition leaves the schedule it began with untouched', () => {
  const before = scheduleOf(casesOf(['shared', 'alone']));
  const [held] = assign(before, 'L1');
  lose(held, ['L1']);
  settle(held, 'L1');
  assert.equal(before.inFlight.size, 0);
  assert.equal(held.inFlight.size, 1);
  assert.equal(remaining(before).length, 2);
});
