import 'mocha/mocha.js';
import * as chai from 'chai';
import { type Attempt } from '../protocol/index.ts';
import { SourceError } from '../../fixtures/streams/sources/index.ts';
import { AssertionError, assertionsReached, Context, NotOffered, type Case } from '../../suites/kit/index.ts';
import type { RealmWatch } from './realm-watch.ts';

/** What became of an attempt, and whether the realm that it ran in can still be trusted. */
export interface CaseRun {
  readonly attempt: Attempt;
  readonly tainted: boolean;
  /** What the case recorded, if it recorded anything. */
  readonly recording: Blob | null;
}

type Ending =
  | { readonly kind: 'ran' }
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'overdue' };

/** Mocha yields between its steps with a timer; a message is as good and costs a fraction of a millisecond. */
function yieldByMessage(): void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  Reflect.set(Mocha.Runner, 'immediately', (callback: () => void) => {
    waiting.push(callback);
    port2.postMessage(null);
  });
}
yieldByMessage();

function runOnMocha(body: () => Promise<void>, limitMs: number): Promise<Ending> {
  const suite = new Mocha.Suite('', new Mocha.Context());
  suite.root = true;
  const test = new Mocha.Test('case', body);
  suite.timeout(limitMs);
  suite.addTest(test);
  const runner = new Mocha.Runner(suite, { cleanReferencesAfterRun: false });
  return new Promise((resolve) => {
    let ending: Ending = { kind: 'ran' };
    runner.on('fail', (_test: Mocha.Test, error: unknown) => {
      const overdue = error instanceof Error && 'code' in error && error.code === 'ERR_MOCHA_TIMEOUT';
      if (ending.kind === 'ran') ending = overdue ? { kind: 'overdue' } : { kind: 'threw', error };
    });
    runner.run(() => {
      runner.dispose();
      suite.dispose();
      resolve(ending);
    });
  });
}

/** What a case is run with. */
export interface CaseTools {
  /** How long it may take, if not as long as it says itself. */
  readonly limitMs: number | null;
  /** Hears of each step before it is taken. */
  readonly tell: (step: string) => void;
  /** Hears of errors that nobody caught. Unhandled rejections pass Mocha by. */
  readonly realm: RealmWatch;
}

/** Runs one case on Mocha and folds what happened into one outcome. */
export async function runCase(testCase: Case, { limitMs, tell, realm }: CaseTools): Promise<CaseRun> {
  const began = performance.now();
  let lastStep = 'began';
  const context = new Context((step) => {
    lastStep = step;
    tell(step);
  });
  const before = assertionsReached();
  const ending = await runOnMocha(() => testCase.run(context), limitMs ?? testCase.limitMs);
  const asserted = assertionsReached() - before;
  const atEnd = lastStep;
  const troubles = await context.dispose();
  const notes = [...realm.troubles, ...troubles];
  const waits = [...context.waits.entries];
  const metrics = [...context.metrics];
  const common = {
    durationMs: Math.round(performance.now() - began),
    trace: [...context.trace.entries],
    ...(context.readingSeen === undefined ? {} : { reading: context.readingSeen }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(waits.length === 0 ? {} : { waits }),
    ...(metrics.length === 0 ? {} : { metrics }),
  };
  return {
    attempt: judge(ending, { ...testCase, asserted, lastStep: atEnd }, common),
    tainted: ending.kind === 'overdue' || notes.length > 0,
    recording: context.kept,
  };
}

type Common = Pick<Attempt, 'durationMs' | 'trace' | 'reading' | 'notes' | 'waits' | 'metrics'>;

interface Reached {
  readonly assertions: number;
  readonly measures: boolean;
  readonly asserted: number;
  readonly lastStep: string;
}

function judge(ending: Ending, count: Reached, common: Common): Attempt {
  switch (ending.kind) {
    case 'overdue':
      return {
        outcome: 'timeout',
        message: 'the case did not end within its limit',
        lastStep: count.lastStep,
        ...common,
      };
    case 'threw':
      return failure(ending.error, common);
    case 'ran':
      if (count.measures && common.metrics === undefined)
        return { outcome: 'fail', message: 'nothing could be measured in what was recorded', ...common };
      if (count.asserted >= count.assertions) return { outcome: 'pass', ...common };
      return {
        outcome: 'harness-error',
        message: `the case reached ${count.asserted} of the ${count.assertions} assertions that it declares`,
        ...common,
      };
  }
}

function failure(error: unknown, common: Common): Attempt {
  if (!(error instanceof Error)) {
    return { outcome: 'fail', message: `the case was left by throwing ${String(error)}`, ...common };
  }
  if (error instanceof NotOffered) return { outcome: 'unsupported', message: error.message, ...common };
  const stack = error.stack === undefined ? {} : { stack: error.stack };
  if (error instanceof SourceError)
    return { outcome: 'harness-error', message: error.message, ...stack, ...common };
  if (!(error instanceof AssertionError)) {
    return { outcome: 'fail', message: `unexpected ${error.name}: ${error.message}`, ...stack, ...common };
  }
  const [expected, actual]: readonly unknown[] = [
    Reflect.get(error, 'expected'),
    Reflect.get(error, 'actual'),
  ];
  // Of two values that were compared one may be undefined, and is told all the same.
  const compared = Reflect.get(error, 'showDiff') === true;
  return {
    outcome: 'fail',
    message: error.message,
    ...(compared || expected !== undefined ? { expected: readable(expected) } : {}),
    ...(compared || actual !== undefined ? { actual: readable(actual) } : {}),
    ...stack,
    ...common,
  };
}

/** Objects would all read alike as text. */
function readable(value: unknown): string {
  return typeof value === 'object' && value !== null ? chai.util.inspect(value) : String(value);
}
