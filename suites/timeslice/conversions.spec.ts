import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import { type Context, conformance, thrownBy, type TracedRecorder } from '../kit/index.ts';
import { otherSlices, withoutData } from './slices.ts';

const ZEROS: Readonly<Record<string, unknown>> = {
  zero: 0,
  null: null,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  'a negative fraction': -0.9,
  '2 to the 32': 2 ** 32,
};

const SMALL: Readonly<Record<string, unknown>> = {
  'a string': '100',
  'a fraction': 100.9,
  'beyond 2 to the 32': 2 ** 32 + 100,
  'an object': { valueOf: () => 100 },
  true: true,
};

const ENDLESS: Readonly<Record<string, readonly unknown[]>> = {
  'no argument': [],
  undefined: [undefined],
  '-1': [-1],
  'the largest': [2 ** 32 - 1],
};

const REFUSED: Readonly<Record<string, unknown>> = { symbol: Symbol('100'), bigint: 100n };

/** A recorder for each argument, all of one stream. */
async function startedWith(
  t: Context,
  source: 'canvas' | 'tone',
  given: Readonly<Record<string, readonly unknown[]>>,
): Promise<ReadonlyMap<string, TracedRecorder>> {
  const { stream } = await t.source(source);
  return new Map(
    Object.entries(given).map(([name, args]) => {
      const recorder = t.recorder(stream);
      recorder.start(...args);
      return [name, recorder];
    }),
  );
}

const alone = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value]]));

conformance(
  'timeslice.refused',
  { over: { given: Object.keys(REFUSED) }, assertions: 3 },
  async (t, { given }) => {
    const recorder = t.recorder((await t.source('canvas')).stream);
    t.throwsTypeError(() => recorder.start(REFUSED[given]), `start() with a ${given}`);
    t.assert.equal(recorder.state, 'inactive', 'state after the failed call');
    t.succeeds(() => recorder.start(100), 'start() with a number');
  },
);

conformance('timeslice.refused', { over: { given: ['throwing-object'] }, assertions: 3 }, async (t) => {
  const recorder = t.recorder((await t.source('canvas')).stream);
  const own = new RangeError('from the conversion');
  const given = {
    valueOf() {
      throw own;
    },
  };
  let caught: unknown = 'nothing';
  try {
    recorder.start(given);
  } catch (thrown) {
    caught = thrown;
  }
  t.assert.equal(
    caught === own,
    true,
    `what came out is what the conversion threw; it was ${String(caught)}`,
  );
  t.assert.equal(recorder.state, 'inactive', 'state after the failed call');
  t.succeeds(() => recorder.start(100), 'start() with a number');
});

conformance(
  'timeslice.converted-first',
  { over: { when: ['recording', 'paused'] }, assertions: 3 },
  async (t, { when }) => {
    const recorder = when === 'paused' ? await t.paused('canvas') : await t.recording('canvas');
    t.throwsTypeError(() => recorder.start(Symbol('100')), 'start() with a symbol');
    t.throws('InvalidStateError', () => recorder.start(100), 'start() with a number');
    t.assert.equal(recorder.state, when, 'state after both');
  },
);

conformance('timeslice.converted-first', { over: { when: ['without-tracks'] }, assertions: 2 }, async (t) => {
  const recorder = t.recorder(new MediaStream());
  t.throwsTypeError(() => recorder.start(Symbol('100')), 'start() with a symbol');
  const other = thrownBy(() => recorder.start(100));
  t.assert.notInclude(other, 'TypeError', 'what start() with a number threw');
});

conformance('timeslice.converted-once', { assertions: 4 }, async (t) => {
  let times = 0;
  const counting = {
    valueOf() {
      times += 1;
      return 100;
    },
  };
  const recorder = t.recorder((await t.source('canvas')).stream);
  t.succeeds(() => recorder.start(counting), 'the first start()');
  t.assert.equal(times, 1, 'conversions in the first start()');
  t.throws('InvalidStateError', () => recorder.start(counting), 'start() while recording');
  t.assert.equal(times, 2, 'conversions in both calls');
});

const { needs } = SOURCES.tone;

conformance('timeslice.zero', { needs }, async (t) => {
  const recorders = await startedWith(t, 'tone', alone(ZEROS));
  t.assert.equal(await withoutData(recorders), 'none', 'zeros that brought no data unprompted');
});

conformance('timeslice.small', { needs }, async (t) => {
  const recorders = await startedWith(t, 'tone', alone(SMALL));
  t.assert.equal(await withoutData(recorders), 'none', 'timeslices that brought no data unprompted');
});

conformance('timeslice.endless', { assertions: 5 }, async (t) => {
  const recorders = await startedWith(t, 'canvas', ENDLESS);
  for (const recorder of recorders.values()) {
    await otherSlices(t, recorder.stream);
    break;
  }
  for (const [name, recorder] of recorders) t.fired(recorder, ['start'], `of start() with ${name}`);
  const [first] = recorders.values();
  first?.stop();
  const { data } = (await first?.event('dataavailable')) ?? {};
  t.assert.isAbove(data?.size ?? 0, 0, 'bytes that stop() brought');
});
