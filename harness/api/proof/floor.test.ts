import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../server/session.ts';
import { caseId, ruleOf, type CaseEntry, type PageMessage, type ServerReply } from '../../protocol/index.ts';
import { ProofFloor } from './floor.ts';
import type { Trial } from './plan.ts';
import type { MutantRecord } from './record.ts';

const LANE = 'lane1';

function trial(name: string, more: Partial<Trial['mutant']> = {}): Trial {
  const id = caseId('pause.sets-paused', { of: name });
  const entry: CaseEntry = { id, rule: ruleOf(id), needs: [], weight: 'shared', profile: 'default' };
  return {
    subject: `mutant:${name}`,
    mutant: { name, breaks: ['pause.sets-paused'], misdeed: 'It is broken.', ...more },
    hunts: [{ rule: 'pause.sets-paused', cases: [entry] }],
  };
}

/** One lane on a floor of some trials; what it says is answered, and what is told of the trials is kept. */
function laneOf(trials: readonly Trial[]): {
  readonly say: (message: PageMessage, document?: number) => ServerReply;
  readonly told: readonly MutantRecord[];
} {
  const told: MutantRecord[] = [];
  const floor = new ProofFloor(trials, [LANE], (record) => told.push(record));
  const session = new Session(
    {
      subjectOf: () => assert.fail('no page is served'),
      lanes: [LANE],
      ownOrigins: false,
      beatMs: 1,
      installMs: 1,
      caseLimitMs: null,
      needs: [],
      handle: () => assert.fail('nothing is received'),
    },
    1,
  );
  return {
    told,
    say: (message, document = 1) =>
      floor.handle({ kind: 'lane', lane: LANE, document, pulse: false }, message, session),
  };
}

const READY: PageMessage = { kind: 'ready', sequence: 0 };

const finished = (of: Trial, outcome: 'pass' | 'fail', renewing = false): PageMessage => {
  const [hunt] = of.hunts;
  const [entry] = hunt?.cases ?? [];
  assert.ok(entry !== undefined);
  const common = { durationMs: 1, trace: [] };
  const attempt = outcome === 'pass' ? { outcome, ...common } : { outcome, message: '', ...common };
  return { kind: 'finished', sequence: 0, case: entry.id, attempt, renewing };
};

test('a mutant takes the place of another in the document that is there', () => {
  const [first, second] = [trial('one'), trial('two')];
  const { say, told } = laneOf([first, second]);
  assert.equal(say(READY).kind, 'run');
  assert.deepEqual(say(finished(first, 'fail')), { kind: 'refit', mutant: 'two' });
  assert.equal(say(READY).kind, 'run');
  assert.deepEqual(say(finished(second, 'pass')), { kind: 'done' });
  assert.deepEqual(
    told.map(({ mutant }) => mutant.name),
    ['one', 'two'],
  );
});

test('a document that renews itself anyway is not fitted again', () => {
  const [first, second] = [trial('one'), trial('two')];
  const { say } = laneOf([first, second]);
  say(READY);
  assert.deepEqual(say(finished(first, 'fail', true)), { kind: 'noted' });
  assert.equal(say(READY, 2).kind, 'run');
});

test("what is made of the browser's own recorder does not follow the reference", () => {
  const [first, second] = [trial('one'), trial('two', { over: 'native' })];
  const { say } = laneOf([first, second]);
  say(READY);
  assert.deepEqual(say(finished(first, 'fail')), { kind: 'reload' });
});

test('a document is used by some mutants, and not by any number', () => {
  const trials = Array.from({ length: 60 }, (_, index) => trial(`mutant-${index}`));
  const { say } = laneOf(trials);
  const replies = trials.map((each) => {
    say(READY);
    return say(finished(each, 'fail')).kind;
  });
  const first = replies.indexOf('reload');
  assert.ok(first > 5 && first < 50, `the first reload came after ${first} mutants`);
  assert.equal(
    replies.slice(0, first).every((kind) => kind === 'refit'),
    true,
  );
});

test('what a broken lane held is tried again', () => {
  const [first] = [trial('one')];
  const { say, told } = laneOf([first]);
  say(READY);
  say({ kind: 'broken', sequence: 0, message: 'the lane broke' });
  assert.equal(told.length, 0);
  assert.equal(say(READY, 2).kind, 'run');
});
