import { conformance, type Context, type TracedRecorder } from '../kit/index.ts';

// Where all sources must behave alike, the one with both kinds of track stands for them.
const whole = { source: ['both'] } as const;

type EventName = TracedRecorder['names'][number];

/** What a recorder was like when a call within an event had returned. */
interface Within {
  readonly state: RecordingState;
  readonly names: readonly EventName[];
}

/** Makes a call within the first event of a name, after the case itself has noted that event. */
function within(recorder: TracedRecorder, name: EventName, call: () => unknown): Promise<Within> {
  return new Promise((resolve, reject) => {
    recorder.recorder.addEventListener(
      name,
      () => {
        try {
          call();
          resolve({ state: recorder.state, names: recorder.names });
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      },
      { once: true },
    );
  });
}

/** A recorder that will make a call within its start event, started. */
async function inStart(
  t: Context,
  source: 'both',
  call: (recorder: TracedRecorder) => unknown,
): Promise<{ readonly recorder: TracedRecorder; readonly seen: Promise<Within> }> {
  const recorder = t.recorder((await t.source(source)).stream);
  const seen = within(recorder, 'start', () => call(recorder));
  recorder.start();
  await recorder.event('start');
  return { recorder, seen };
}

conformance('lifetime.stop-in-start-event', { over: whole, assertions: 3 }, async (t, { source }) => {
  const { recorder, seen } = await inStart(t, source, (each) => each.stop());
  const { state, names } = await seen;
  t.assert.equal(state, 'inactive', 'state when stop() has returned');
  t.assert.equal(names.join(', '), 'start', 'events when stop() has returned');
  await recorder.event('stop');
  await t.fence();
  t.fired(recorder, ['start', 'dataavailable', 'stop'], 'in all');
});

conformance('lifetime.pause-in-start-event', { over: whole, assertions: 3 }, async (t, { source }) => {
  const { recorder, seen } = await inStart(t, source, (each) => each.pause());
  const { state, names } = await seen;
  t.assert.equal(state, 'paused', 'state when pause() has returned');
  t.assert.equal(names.join(', '), 'start', 'events when pause() has returned');
  await recorder.event('pause');
  await t.fence();
  t.fired(recorder, ['start', 'pause'], 'in all');
});

conformance('lifetime.stop-in-data-event', { over: whole, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  const seen = within(recorder, 'dataavailable', () => recorder.stop());
  recorder.requestData();
  await recorder.event('dataavailable');
  const { state, names } = await seen;
  t.assert.equal(state, 'inactive', 'state when stop() has returned');
  t.assert.equal(names.join(', '), 'start, dataavailable', 'events when stop() has returned');
  await recorder.event('stop');
  await t.fence();
  t.fired(recorder, ['start', 'dataavailable', 'dataavailable', 'stop'], 'in all');
});

conformance('lifetime.pause-in-data-event', { over: whole, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  const seen = within(recorder, 'dataavailable', () => recorder.pause());
  recorder.requestData();
  await recorder.event('dataavailable');
  const { state, names } = await seen;
  t.assert.equal(state, 'paused', 'state when pause() has returned');
  t.assert.equal(names.join(', '), 'start, dataavailable', 'events when pause() has returned');
  await recorder.event('pause');
  await t.fence();
  t.fired(recorder, ['start', 'dataavailable', 'pause'], 'in all');
});

conformance('lifetime.request-data-in-data-event', { over: whole, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  const seen = within(recorder, 'dataavailable', () => recorder.requestData());
  recorder.requestData();
  await recorder.event('dataavailable');
  const { state, names } = await seen;
  t.assert.equal(state, 'recording', 'state when requestData() has returned');
  t.assert.equal(names.join(', '), 'start, dataavailable', 'events when requestData() has returned');
  await recorder.event('dataavailable', 2);
  await t.fence();
  t.fired(recorder, ['start', 'dataavailable', 'dataavailable'], 'in all');
});

conformance('lifetime.stop-in-pause-event', { over: whole, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  const seen = within(recorder, 'pause', () => recorder.stop());
  recorder.pause();
  await recorder.event('pause');
  const { state, names } = await seen;
  t.assert.equal(state, 'inactive', 'state when stop() has returned');
  t.assert.equal(names.join(', '), 'start, pause', 'events when stop() has returned');
  await recorder.event('stop');
  await t.fence();
  t.fired(recorder, ['start', 'pause', 'dataavailable', 'stop'], 'in all');
});

conformance('lifetime.resume-in-pause-event', { over: whole, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.recording(source);
  const seen = within(recorder, 'pause', () => recorder.resume());
  recorder.pause();
  await recorder.event('pause');
  const { state, names } = await seen;
  t.assert.equal(state, 'recording', 'state when resume() has returned');
  t.assert.equal(names.join(', '), 'start, pause', 'events when resume() has returned');
  await recorder.event('resume');
  await t.fence();
  t.fired(recorder, ['start', 'pause', 'resume'], 'in all');
});

conformance('lifetime.pause-in-resume-event', { over: whole, assertions: 3 }, async (t, { source }) => {
  const recorder = await t.paused(source);
  const seen = within(recorder, 'resume', () => recorder.pause());
  recorder.resume();
  await recorder.event('resume');
  const { state, names } = await seen;
  t.assert.equal(state, 'paused', 'state when pause() has returned');
  t.assert.equal(names.join(', '), 'start, pause, resume', 'events when pause() has returned');
  await recorder.event('pause', 2);
  await t.fence();
  t.fired(recorder, ['start', 'pause', 'resume', 'pause'], 'in all');
});
