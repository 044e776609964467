import { ANY_KIND, conformance, EVERY_KIND, taskTurn } from '../kit/index.ts';

const over = { source: EVERY_KIND };

conformance('start.sets-recording', { over, assertions: 2 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  recorder.start();
  t.assert.equal(recorder.state, 'recording', 'state when start() has returned');
  await taskTurn();
  t.assert.equal(recorder.state, 'recording', 'state a task later');
});

conformance('start.returns-undefined', { ...ANY_KIND }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  t.assert.equal(recorder.start(), undefined);
});

conformance('start.throws-while-recording', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = t.recorder((await t.source(source)).stream);
  t.succeeds(() => recorder.start());
  t.throws('InvalidStateError', () => recorder.start());
  await recorder.event('start');
  t.throws('InvalidStateError', () => recorder.start());
});

conformance('start.throws-while-paused', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  t.succeeds(() => recorder.pause());
  t.throws('InvalidStateError', () => recorder.start());
  await recorder.event('pause');
  t.throws('InvalidStateError', () => recorder.start());
});

conformance(
  'start.failed-call-keeps-recording',
  { over, profile: ({ source }) => (source === 'canvas' ? 'default' : 'full'), assertions: 4 },
  async (t, { source }) => {
    const recorder = await t.recording(source);
    t.throws('InvalidStateError', () => recorder.start());
    t.assert.equal(recorder.state, 'recording', 'state after the failed call');
    await t.media('plenty');
    await t.media('plenty');
    recorder.stop();
    await recorder.event('stop');
    t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of the recording');
    t.assert.isAbove(recorder.events[1]?.data?.size ?? 0, 0, 'bytes recorded');
  },
);

conformance('start.failed-call-keeps-paused', { ...ANY_KIND, assertions: 4 }, async (t, { source }) => {
  const recorder = await t.paused(source);
  t.throws('InvalidStateError', () => recorder.start());
  t.assert.equal(recorder.state, 'paused', 'state after the failed call');
  recorder.resume();
  await recorder.event('resume');
  t.assert.equal(recorder.state, 'recording', 'state after resume()');
  t.fired(recorder, ['start', 'pause', 'resume'], 'of the recording');
});

conformance('start.throws-without-tracks', { assertions: 2 }, async (t) => {
  const recorder = t.recorder(new MediaStream());
  t.throws('NotSupportedError', () => recorder.start());
  const control = t.recorder((await t.source('canvas')).stream);
  t.succeeds(() => control.start());
});

conformance('start.throws-when-tracks-ended', { over, assertions: 2 }, async (t, { source }) => {
  const ended = (await t.source(source)).stream;
  for (const track of ended.getTracks()) track.stop();
  // An engine may still be tearing the tracks down in this very task; that the state lags is not this rule.
  await t.fence();
  const recorder = t.recorder(ended);
  t.throws('NotSupportedError', () => recorder.start());
  const control = t.recorder((await t.source(source)).stream);
  t.succeeds(() => control.start());
});

conformance('start.failed-call-keeps-inactive', { over, assertions: 3 }, async (t, { source }) => {
  const ended = (await t.source(source)).stream;
  for (const track of ended.getTracks()) track.stop();
  // An engine may still be tearing the tracks down in this very task; that the state lags is not this rule.
  await t.fence();
  const recorder = t.recorder(ended);
  t.throws('NotSupportedError', () => recorder.start());
  t.assert.equal(recorder.state, 'inactive', 'state after the failed call');
  await t.fence();
  t.fired(recorder, [], 'of a recorder that could not start');
});

conformance('start.again-after-stop', { over, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.stopped(source);
  t.succeeds(() => recorder.start());
  t.assert.equal(recorder.state, 'recording', 'state after the second start()');
  await recorder.event('start', 2);
  await t.media('plenty');
  recorder.stop();
  const { data } = await recorder.event('dataavailable', 2);
  t.assert.isAbove(data?.size ?? 0, 0, 'bytes of the second recording');
});

conformance('start.again-fires-the-same-events', ANY_KIND, async (t, { source }) => {
  const recorder = await t.stopped(source);
  recorder.start();
  await recorder.event('start', 2);
  await t.media();
  recorder.stop();
  await recorder.event('stop', 2);
  await t.fence();
  const once = ['start', 'dataavailable', 'stop'];
  t.fired(recorder, [...once, ...once], 'of two recordings');
});

conformance('start.again-within-stop-event', { ...ANY_KIND, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  const restarted = new Promise<RecordingState>((resolve) => {
    recorder.recorder.addEventListener(
      'stop',
      () => {
        t.assert.equal(recorder.state, 'inactive', 'state in the stop event');
        t.succeeds(() => recorder.start());
        resolve(recorder.state);
      },
      { once: true },
    );
  });
  recorder.stop();
  await recorder.event('stop');
  t.assert.equal(await restarted, 'recording', 'state after start() in the stop event');
  await recorder.event('start', 2);
});
