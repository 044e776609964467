import { type Context, conformance, drawnByHand, thrownBy, type TracedRecorder } from '../kit/index.ts';

/** A recorder on which start() and stop() have just been called in one task. */
async function stoppedAtOnce(t: Context): Promise<TracedRecorder> {
  const recorder = t.recorder((await t.source('canvas')).stream);
  await t.media();
  recorder.start();
  recorder.stop();
  return recorder;
}

/** A recorder that was stopped and started again in one task. */
async function restarted(t: Context): Promise<TracedRecorder> {
  const recorder = await t.recording('canvas');
  await t.media('plenty');
  recorder.stop();
  t.succeeds(() => recorder.start(), 'start() before the stop event');
  return recorder;
}

const WHOLE = ['start', 'dataavailable', 'stop'] as const;

conformance('start.then-stop-in-one-task', { assertions: 2 }, async (t) => {
  const recorder = await stoppedAtOnce(t);
  t.assert.equal(recorder.state, 'inactive', 'state when stop() has returned');
  await recorder.event('stop');
  await t.fence();
  const others = recorder.names.filter((name) => name !== 'start');
  t.assert.equal(others.join(', '), 'dataavailable, stop', 'events but for start');
});

conformance('start.then-stop-fires-start', {}, async (t) => {
  const recorder = await stoppedAtOnce(t);
  await recorder.event('stop');
  await recorder.event('start');
  await t.fence();
  t.assert.equal(recorder.count('start'), 1, 'start events');
  t.reading(recorder.names[0] === 'start' ? 'start comes first' : 'start comes after the events of stop()');
});

/** An engine that does not keep the order may still fire in it now and then. */
const ROUNDS = 4;

conformance('start.before-stop-event', { assertions: 3 * ROUNDS }, async (t) => {
  const recorder = await t.recording('canvas');
  const before: string[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    recorder.stop();
    t.succeeds(() => recorder.start(), 'start() before the stop event');
    t.assert.equal(recorder.state, 'recording', 'state when start() has returned');
    await recorder.event('start', round + 1);
    before.push(...WHOLE);
    t.fired(recorder, [...before, 'start'], `until start event ${round + 1}`);
    await t.media();
  }
});

conformance('start.without-media', { over: { source: ['canvas-manual'] } }, async (t, { source }) => {
  const manual = await t.source(source);
  const recorder = t.recorder(manual.stream);
  recorder.start();
  try {
    t.assert.equal((await recorder.event('start')).state, 'recording', 'state in the start event');
  } finally {
    // An engine may take seconds to stop a recorder that has had nothing to record.
    await drawnByHand(manual);
    recorder.stop();
    await recorder.event('stop');
  }
});

conformance('start.without-media', { over: { source: ['tone'] } }, async (t, { source }) => {
  const tone = await t.source(source);
  tone.sound('disconnected');
  const recorder = t.recorder(tone.stream);
  recorder.start();
  try {
    t.assert.equal((await recorder.event('start')).state, 'recording', 'state in the start event');
  } finally {
    tone.sound('aloud');
    await t.media('plenty');
    recorder.stop();
    await recorder.event('stop');
  }
});

conformance('start.before-stop-event-goes-on', { assertions: 2 }, async (t) => {
  const recorder = await restarted(t);
  await recorder.event('start', 2);
  await recorder.event('stop');
  await t.media('plenty');
  recorder.stop();
  await recorder.event('stop', 2);
  t.assert.equal(recorder.names.slice(-2).join(', '), 'dataavailable, stop', 'the last two events');
  const bytes = recorder.events.at(-2)?.data?.size ?? 0;
  t.reading(bytes > 0 ? 'the second recording has data of its own' : 'the second recording is empty');
});

conformance('start.within-final-data-event', { assertions: 3 }, async (t) => {
  const recorder = await t.recording('canvas');
  let within: readonly string[] = [];
  recorder.recorder.addEventListener(
    'dataavailable',
    () => {
      within = [recorder.state, thrownBy(() => recorder.start()), recorder.state];
    },
    { once: true },
  );
  recorder.stop();
  await recorder.event('stop');
  t.assert.equal(within.join(', '), 'inactive, nothing, recording', 'state, what start() threw, state');
  await recorder.event('start', 2);
  t.assert.equal(recorder.state, 'recording', 'state in the second start event');
  t.fired(recorder, [...WHOLE, 'start'], 'until the second start event');
});
