import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseEntry, PageMessage, ServerReply } from '../protocol/index.ts';
import { Session, type Sender } from '../server/index.ts';
import { cases, CRASH, ENVIRONMENT, PASS } from './testing/ledger-entries.ts';
import { PageWatch, type PageEnd } from './page-watch.ts';
import { PATIENCE } from './patience.ts';
import { NATIVE } from './subjects/subject.ts';
import { TargetLedger } from './target-ledger.ts';

const { silenceMs: SILENCE_MS, startMs: START_MS, busyMs: BUSY_MS } = PATIENCE;

type Said = PageMessage extends infer M ? (M extends unknown ? Omit<M, 'sequence'> : never) : never;

/** A page whose lanes say what a test lets them say, at the time that the test says it is. */
class Stage {
  now = 0;
  end: PageEnd | undefined;
  readonly ledger: TargetLedger;
  readonly watch: PageWatch;

  constructor(entries: readonly CaseEntry[], count = 2) {
    this.ledger = new TargetLedger(entries, () => {});
    this.watch = new PageWatch(
      this.ledger,
      { count, ownOrigins: false },
      { now: () => this.now, silenceMs: SILENCE_MS, startMs: START_MS, busyMs: BUSY_MS },
    );
    this.watch.ended.then((end) => (this.end = end));
    const handle = (): ServerReply => ({ kind: 'noted' });
    const lanes = this.watch.lanes;
    const options = {
      subjectOf: () => NATIVE.served,
      ownOrigins: false,
      beatMs: 1,
      installMs: 1,
      caseLimitMs: null,
      needs: [],
    };
    this.watch.serveWith(new Session({ ...options, lanes, handle }, 1));
  }

  page(message: Said): ServerReply {
    return this.#tell({ kind: 'page' }, message);
  }

  lane(lane: string, document: number, message: Said): ServerReply {
    return this.#tell({ kind: 'lane', lane, document, pulse: false }, message);
  }

  /** Time passes in which everybody who is named gives signs of life. */
  pass(ms: number, alive: readonly (readonly [lane: string, document: number])[]): void {
    for (const end = this.now + ms; this.now < end;) {
      this.now += 500;
      this.page(BEAT);
      for (const [lane, document] of alive) this.lane(lane, document, BEAT);
      this.watch.check();
    }
  }

  ready(lane: string, document = 1): string {
    const reply = this.lane(lane, document, { kind: 'ready' });
    return reply.kind === 'run' ? `run ${reply.case}${reply.careful ? ' carefully' : ''}` : reply.kind;
  }

  answer(lane: string, id: string, document = 1): ServerReply {
    const found = cases(9).find((entry) => entry.id === id) ?? assert.fail(id);
    return this.lane(lane, document, { kind: 'finished', case: found.id, attempt: PASS, renewing: false });
  }

  #tell(sender: Sender, message: Said): ServerReply {
    return this.watch.handle(sender, { ...message, sequence: 0 });
  }
}

const BEAT = { kind: 'beat', case: null, step: null } as const;
const PROBED = { kind: 'probed', environment: ENVIRONMENT } as const;
const outcomes = ({ ledger }: Stage) =>
  ledger.results.map(({ attempts }) => attempts.map(({ outcome }) => outcome).join(' '));

function stageOf(entries: readonly CaseEntry[], count = 2): Stage {
  const stage = new Stage(entries, count);
  stage.page(PROBED);
  return stage;
}

test('the answer to a result is the next case, and the page ends when the last one is answered', async () => {
  const stage = stageOf(cases(2), 1);
  assert.equal(stage.ready('L1'), 'run case.n1');
  assert.deepEqual(stage.answer('L1', 'case.n1'), { kind: 'run', case: 'case.n2', careful: false });
  assert.deepEqual(stage.answer('L1', 'case.n2'), { kind: 'done' });
  await stage.watch.ended;
  assert.deepEqual(stage.end, { kind: 'complete' });
  assert.deepEqual(stage.page(BEAT), { kind: 'done' });
});

test('before the probe lanes wait', () => {
  assert.equal(new Stage(cases(1)).ready('L1'), 'wait');
});

test('a page whose cases are all ruled out is over at once', async () => {
  const stage = stageOf(cases(1, { needs: ['fake-camera'] }));
  await stage.watch.ended;
  assert.deepEqual(stage.end, { kind: 'complete' });
});

test('a page that gives no sign of life is lost, with the cases in flight as suspects', async () => {
  const stage = stageOf(cases(2));
  stage.ready('L1');
  stage.ready('L2');
  for (stage.now = 1_000; stage.now <= SILENCE_MS; stage.now += 1_000) stage.watch.check();
  assert.equal(stage.ledger.suspicions, 0);
  stage.watch.check();
  await stage.watch.ended;
  assert.equal(stage.end?.kind, 'lost');
  assert.equal(stage.ledger.suspicions, 2);
});

test('a lane that is heard and never ends its case is given up, and who waits for a case is not', () => {
  const stage = stageOf(cases(2));
  const both = [
    ['L1', 1],
    ['L2', 1],
  ] as const;
  stage.ready('L1');
  stage.ready('L2');
  stage.answer('L2', 'case.n2');
  stage.pass(BUSY_MS - 1_000, both);
  assert.equal(stage.ledger.suspicions, 0);
  stage.pass(2_000, both);
  assert.equal(stage.ledger.suspicions, 1);
  assert.equal(stage.ready('L1'), 'done');
  assert.equal(stage.ready('L1', 2), 'run case.n1 carefully');
});

test('a harness that was away itself blames nobody for the silence', () => {
  const stage = stageOf(cases(2));
  stage.ready('L1');
  stage.now = 10 * SILENCE_MS;
  stage.watch.check();
  assert.equal(stage.end, undefined);
  assert.equal(stage.ledger.suspicions, 0);
});

test('a case that a late error of another one may have hit is run again in an unused page, and nobody is blamed', () => {
  const stage = stageOf(cases(2), 1);
  stage.ready('L1');
  stage.answer('L1', 'case.n1');
  const [first, second] = cases(2);
  assert.ok(first && second);
  const earlier = [first.id];
  assert.equal(
    stage.lane('L1', 1, { kind: 'spoiled', case: second.id, message: 'too late', earlier }).kind,
    'noted',
  );
  assert.equal(stage.ready('L1', 1), 'reload');
  assert.equal(stage.ready('L1', 2), 'run case.n2 carefully');
  stage.answer('L1', 'case.n2', 2);
  assert.deepEqual(outcomes(stage), ['pass', 'collateral pass']);
});

test('a lane that floods the channel is given up at once', () => {
  const stage = stageOf(cases(1), 1);
  stage.ready('L1');
  stage.watch.flooded({ kind: 'lane', lane: 'L1', document: 1, pulse: false });
  assert.equal(stage.page(BEAT).kind, 'renew');
  assert.equal(stage.ready('L1', 2), 'run case.n1 carefully');
});

test('a lane that falls silent loses its case and is renewed, once, and its old document is not heard any more', () => {
  const stage = stageOf(cases(3));
  assert.equal(stage.ready('L1'), 'run case.n1');
  assert.equal(stage.ready('L2'), 'run case.n2');
  stage.pass(SILENCE_MS, [['L2', 1]]);
  stage.now += 500;
  stage.lane('L2', 1, BEAT);
  stage.watch.check();
  const renewal = stage.page(BEAT);
  assert.deepEqual(renewal.kind === 'renew' && renewal.lanes.map(({ name }) => name), ['L1']);
  assert.equal(stage.page(BEAT).kind, 'noted');
  assert.deepEqual(stage.answer('L1', 'case.n1'), { kind: 'done' }, 'a late answer of the old document');
  assert.equal(stage.ledger.results.length, 0);
  assert.equal(stage.ready('L1', 2), 'run case.n3');
});

test('the suspect of a silent lane is run again alone and carefully, and is blamed when it is lost again', () => {
  const stage = stageOf(cases(1), 1);
  stage.ready('L1');
  stage.pass(SILENCE_MS + 500, []);
  stage.page(BEAT);
  assert.equal(stage.ready('L1', 2), 'run case.n1 carefully');
  stage.lane('L1', 2, { ...BEAT, step: 'start()' });
  stage.pass(SILENCE_MS + 500, []);
  assert.deepEqual(outcomes(stage), ['collateral timeout']);
  const [, blamed] = stage.ledger.results[0]?.attempts ?? [];
  assert.equal(blamed?.outcome === 'timeout' && blamed.lastStep, 'start()');
});

test('a document that takes a lane over while a case is in flight makes that case a suspect', () => {
  const stage = stageOf(cases(1), 1);
  stage.ready('L1');
  assert.equal(stage.ready('L1', 2), 'run case.n1 carefully');
  assert.deepEqual(stage.answer('L1', 'case.n1', 1), { kind: 'done' }, 'the old document is stale');
  stage.answer('L1', 'case.n1', 2);
  assert.deepEqual(outcomes(stage), ['collateral pass']);
});

test('a lane that renews itself after its answer gets nothing until its new document asks', () => {
  const stage = stageOf(cases(2), 1);
  stage.ready('L1');
  const [first] = cases(1);
  assert.ok(first);
  const answer = { kind: 'finished', case: first.id, attempt: PASS, renewing: true } as const;
  assert.deepEqual(stage.lane('L1', 1, answer), { kind: 'noted' });
  assert.equal(stage.ready('L1', 2), 'run case.n2');
  assert.equal(stage.ledger.suspicions, 0);
});

test('an answer for a case that the lane does not hold is not counted, and its own case is not lost', () => {
  const stage = stageOf(cases(2), 2);
  assert.equal(stage.ready('L1'), 'run case.n1');
  assert.deepEqual(stage.answer('L1', 'case.n2'), { kind: 'run', case: 'case.n1', careful: false });
  assert.equal(stage.ledger.results.length, 0);
});

test('lanes that never come up do not keep the run waiting for ever', async () => {
  const stage = stageOf(cases(1));
  for (let turn = 0; turn < 20 && stage.end === undefined; turn += 1) {
    stage.pass(SILENCE_MS, []);
    await Promise.resolve();
  }
  assert.equal(stage.end?.kind, 'lost');
});

test('lanes that come up and break again and again without an answer do not, either', async () => {
  const stage = stageOf(cases(1), 1);
  for (let document = 1; document < 20 && stage.end === undefined; document += 1) {
    stage.lane('L1', document, { kind: 'broken', message: 'no setup' });
    stage.pass(1_000, []);
    await Promise.resolve();
  }
  assert.equal(stage.end?.kind, 'lost');
});

test('what broke is noted', () => {
  const stage = stageOf(cases(1));
  stage.lane('L2', 1, { kind: 'broken', message: 'no bundle' });
  stage.page({ kind: 'broken', message: 'no setup' });
  assert.deepEqual(
    stage.ledger.incidents.map(({ message }) => message),
    ['L2 broke: no bundle', 'the page broke: no setup'],
  );
});

test('a page that is lost ends once, and even a case that was alone in it gets a second chance', async () => {
  const stage = stageOf(cases(1, { weight: 'alone' }));
  stage.ready('L1');
  stage.watch.lose(CRASH);
  stage.watch.lose({ outcome: 'timeout', message: 'later' });
  await stage.watch.ended;
  assert.deepEqual(stage.end, { kind: 'lost', cause: CRASH });
  assert.equal(stage.ledger.suspicions, 1);
  assert.deepEqual(outcomes(stage), []);
});
