import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import { conformance, nextMessageTask, taskTurn } from '../kit/index.ts';
import { busy, change, CHANGES, FROM } from './changes.ts';

const { needs } = SOURCES.both;

const over = { change: CHANGES, from: FROM };
// What follows from the end itself is the same whatever the change was.
const whole = { change: ['add-video'], from: ['recording'] } as const;

conformance('tracks.change-ends-recording', { over, needs }, async (t, { change: how, from }) => {
  const recorder = await busy(t, from);
  const before = recorder.names.length;
  (await change(t, recorder, how))();
  await recorder.event('stop');
  t.assert.equal(
    recorder.names.slice(before).join(', '),
    'error, dataavailable, stop',
    'events after the change',
  );
});

conformance(
  'tracks.inactive-in-each-event',
  { over: { change: ['add-video', 'remove'], from: ['recording'] }, needs, assertions: 3 },
  async (t, { change: how, from }) => {
    const recorder = await busy(t, from);
    (await change(t, recorder, how))();
    for (const name of ['error', 'dataavailable', 'stop'] as const) {
      t.assert.equal((await recorder.event(name)).state, 'inactive', `state in the ${name} event`);
    }
  },
);

conformance(
  'tracks.change-ends-in-a-task',
  { over: whole, needs, assertions: 2 },
  async (t, { change: how, from }) => {
    const recorder = await busy(t, from);
    const before = recorder.names;
    (await change(t, recorder, how))();
    t.assert.equal(recorder.state, 'recording', 'state when the call returns');
    t.fired(recorder, before, 'when the call returns');
    await recorder.event('stop');
  },
);

conformance(
  'tracks.events-in-one-task',
  { over: whole, needs, assertions: 2 },
  async (t, { change: how, from }) => {
    const recorder = await busy(t, from);
    const order: string[] = [];
    recorder.recorder.addEventListener('error', () => {
      order.push('error');
      void nextMessageTask().then(() => order.push('another task'));
    });
    for (const name of ['dataavailable', 'stop']) {
      recorder.recorder.addEventListener(name, () => order.push(name));
    }
    (await change(t, recorder, how))();
    await recorder.event('error');
    await recorder.event('stop');
    await t.fence();
    t.assert.include(order, 'another task', 'the control task ran');
    t.assert.equal(order.join(', '), 'error, dataavailable, stop, another task', 'what ran, in order');
  },
);

conformance(
  'tracks.error-event-interface',
  { over: whole, needs, assertions: 2 },
  async (t, { change: how, from }) => {
    const recorder = await busy(t, from);
    (await change(t, recorder, how))();
    const { event } = await recorder.event('error');
    t.assert.equal(Object.prototype.toString.call(event), '[object ErrorEvent]', 'interface of the event');
    t.assert.equal(event instanceof ErrorEvent, true, 'it is an ErrorEvent');
  },
);

conformance(
  'tracks.error-event-form',
  { over: whole, needs, assertions: 3 },
  async (t, { change: how, from }) => {
    const recorder = await busy(t, from);
    (await change(t, recorder, how))();
    const { event } = await recorder.event('error');
    t.assert.equal(event.bubbles, false, 'bubbles');
    t.assert.equal(event.cancelable, false, 'cancelable');
    t.assert.equal(event.target === recorder.recorder, true, 'the target is the recorder');
  },
);

conformance('tracks.error-event-is-trusted', { over: whole, needs }, async (t, { change: how, from }) => {
  const recorder = await busy(t, from);
  (await change(t, recorder, how))();
  const { event } = await recorder.event('error');
  t.assert.equal(event.isTrusted, true, 'isTrusted');
});

conformance(
  'tracks.error-names-the-reason',
  { over: whole, needs, assertions: 2 },
  async (t, { change: how, from }) => {
    const recorder = await busy(t, from);
    (await change(t, recorder, how))();
    const { event } = await recorder.event('error');
    const error: unknown = Reflect.get(event, 'error');
    t.assert.equal(error instanceof DOMException, true, 'error is a DOMException');
    t.assert.equal(error instanceof DOMException && error.name, 'InvalidModificationError', 'its name');
  },
);

conformance(
  'tracks.change-delivers-data',
  {
    over: { change: ['add-video', 'remove'], from: FROM },
    profile: ({ change: how, from }) => (how === 'remove' && from === 'recording' ? 'default' : 'full'),
    needs,
  },
  async (t, { change: how, from }) => {
    const recorder = await t.recording('both');
    await t.media('plenty');
    if (from === 'paused') {
      recorder.pause();
      await recorder.event('pause');
    }
    (await change(t, recorder, how))();
    const { data } = await recorder.event('dataavailable');
    t.assert.isAbove(data?.size ?? 0, 0, 'bytes recorded before the change');
  },
);

conformance(
  'tracks.nothing-after-the-end',
  { over: whole, needs, assertions: 2 },
  async (t, { change: how, from }) => {
    const recorder = await busy(t, from);
    (await change(t, recorder, how))();
    await recorder.event('stop');
    await t.fence();
    t.assert.equal(recorder.names.at(-1), 'stop', 'the last event');
    t.assert.equal(recorder.count('error'), 1, 'error events');
  },
);

conformance(
  'tracks.error-then-start-again',
  { over: whole, needs, assertions: 2 },
  async (t, { change: how, from }) => {
    const recorder = await busy(t, from);
    (await change(t, recorder, how))();
    await recorder.event('stop');
    await taskTurn();
    // One track of each kind again, so that any recorder can record the stream.
    const { stream } = recorder;
    for (const track of stream.getVideoTracks().slice(1)) stream.removeTrack(track);
    t.succeeds(() => recorder.start(), 'start() after the recording was ended');
    t.assert.equal(recorder.state, 'recording', 'state');
    await recorder.event('start', 2);
  },
);

conformance(
  'tracks.change-while-inactive',
  { over: { change: ['add-video'] }, needs, assertions: 2 },
  async (t, { change: how }) => {
    const recorder = t.recorder((await t.source('both')).stream);
    (await change(t, recorder, how))();
    await t.fence();
    t.fired(recorder, [], 'of a recorder that was never started');
    t.assert.equal(recorder.state, 'inactive', 'state');
  },
);

conformance('tracks.same-track-added', { needs, assertions: 2 }, async (t) => {
  const recorder = await t.recording('both');
  const { stream } = recorder;
  for (const track of stream.getTracks()) stream.addTrack(track);
  await t.fence();
  t.fired(recorder, ['start'], 'after tracks were added that were there already');
  t.assert.equal(recorder.state, 'recording', 'state');
});

conformance('tracks.unknown-track-removed', { needs, assertions: 2 }, async (t) => {
  const recorder = await t.recording('both');
  const [other] = (await t.source('canvas')).stream.getTracks();
  if (other !== undefined) recorder.stream.removeTrack(other);
  await t.fence();
  t.fired(recorder, ['start'], 'after a track was removed that was not there');
  t.assert.equal(recorder.state, 'recording', 'state');
});

conformance('tracks.clone-changed', { needs, assertions: 2 }, async (t) => {
  const recorder = await t.recording('both');
  const clone = recorder.stream.clone();
  for (const track of clone.getTracks()) {
    clone.removeTrack(track);
    track.stop();
  }
  await t.fence();
  t.fired(recorder, ['start'], 'after a clone of the stream was changed');
  t.assert.equal(recorder.state, 'recording', 'state');
});
