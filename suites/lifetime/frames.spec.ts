import {
  conformance,
  type Context,
  type Frame,
  kindOf,
  taskTurn,
  thrownBy,
  type TracedRecorder,
} from '../kit/index.ts';
import { INTERFACES } from '../idl/surface.ts';

const ways = { way: ['removed', 'navigated'] } as const;

/** A frame that goes elsewhere has lost its document as one that was removed has. */
const laterWays = ({ way }: { readonly way: string }) => (way === 'removed' ? 'default' : 'full');

const isDomException = (thrown: string): boolean => thrown.endsWith(' DOMException');

/** A recorder of a frame of its own that records a canvas of this document. */
async function recordingInFrame(
  t: Context,
): Promise<{ readonly frame: Frame; readonly recorder: TracedRecorder; readonly stream: MediaStream }> {
  const { stream } = await t.source('canvas');
  const frame = await t.frame();
  const recorder = t.recorderIn(frame, stream);
  recorder.start();
  await recorder.event('start');
  await t.media();
  return { frame, recorder, stream };
}

conformance(
  'lifetime.removed-frame-constructs',
  { over: ways, profile: laterWays, assertions: 1 },
  async (t, { way }) => {
    const { stream } = await t.source('canvas');
    const frame = await t.frame();
    await frame.leave(way);
    let state = '';
    const thrown = thrownBy(() => {
      ({ state } = frame.construct(stream));
    });
    t.reading(thrown === 'nothing' ? 'it makes a recorder' : `it throws a ${thrown}`);
    if (thrown === 'nothing') t.assert.equal(state, 'inactive', 'state of the new recorder');
    else t.assert.equal(isDomException(thrown), true, `it threw a ${thrown}`);
  },
);

conformance(
  'lifetime.removed-frame-starts',
  { over: ways, profile: laterWays, assertions: 2 },
  async (t, { way }) => {
    const { stream } = await t.source('canvas');
    const frame = await t.frame();
    const recorder = t.recorderIn(frame, stream);
    await frame.leave(way);
    const thrown = thrownBy(() => recorder.start());
    t.reading(thrown === 'nothing' ? 'it starts' : `it throws a ${thrown}`);
    t.assert.equal(thrown === 'nothing' || isDomException(thrown), true, `it threw a ${thrown}`);
    t.assert.equal(recorder.state, thrown === 'nothing' ? 'recording' : 'inactive', 'state afterwards');
  },
);

const LEADS_TO = {
  stop: () => 'inactive',
  pause: () => 'paused',
  requestData: (before: string) => before,
} as const;

conformance(
  'lifetime.removed-frame-calls',
  { over: { method: ['stop', 'pause', 'requestData'] }, assertions: 2 },
  async (t, { method }) => {
    const { frame, recorder } = await recordingInFrame(t);
    await frame.leave('removed');
    const before = recorder.state;
    const thrown = thrownBy(() => recorder[method]());
    t.reading(`${before} when the frame is gone; ${thrown === 'nothing' ? 'works' : `throws a ${thrown}`}`);
    t.assert.equal(thrown === 'nothing' || isDomException(thrown), true, `it threw a ${thrown}`);
    t.assert.equal(
      recorder.state,
      thrown === 'nothing' ? LEADS_TO[method](before) : before,
      'state afterwards',
    );
  },
);

const ATTRIBUTES = INTERFACES.flatMap(({ name, attributes }) => (name === 'MediaRecorder' ? attributes : []));

conformance(
  'lifetime.removed-frame-attributes',
  { over: ways, profile: laterWays, assertions: ATTRIBUTES.length + 2 },
  async (t, { way }) => {
    const { frame, recorder, stream } = await recordingInFrame(t);
    const known = ATTRIBUTES.filter(({ name }) => name in recorder.recorder);
    const types = (): string => known.map(({ name }) => typeof Reflect.get(recorder.recorder, name)).join();
    const before = types();
    await frame.leave(way);
    for (const { name } of ATTRIBUTES) {
      t.succeeds(() => Reflect.get(recorder.recorder, name), `what the getter of ${name} threw`);
    }
    t.assert.equal(types(), before, 'types of the values');
    const kept: unknown = Reflect.get(recorder.recorder, 'stream');
    t.assert.equal(kept === stream, true, `stream is the same object as before; it is ${kindOf(kept)}`);
  },
);

const ENDS = ['', 'dataavailable, stop', 'error, dataavailable, stop'];

conformance('lifetime.removed-frame-ends', { over: ways, assertions: 2 }, async (t, { way }) => {
  const { frame, recorder } = await recordingInFrame(t);
  const before = recorder.names.length;
  await frame.leave(way);
  await t.fence();
  const events = recorder.names.slice(before).join(', ');
  t.reading(`events: ${events || 'none'}; state: ${recorder.state}`);
  t.assert.include(ENDS, events, 'events when the frame was gone');
  if (events !== '') t.assert.equal(recorder.state, 'inactive', 'state after the stop event');
  else t.assert.include(['inactive', 'recording'], recorder.state, 'state of a recorder that fell silent');
});

conformance(
  'lifetime.removed-frame-keeps-others',
  { over: ways, profile: laterWays, assertions: 4 },
  async (t, { way }) => {
    const { frame, stream } = await recordingInFrame(t);
    const other = t.recorder(stream);
    other.start();
    await other.event('start');
    await frame.leave(way);
    t.assert.equal(other.state, 'recording', 'state of the other recorder');
    await t.media('plenty');
    t.assert.equal(other.state, 'recording', 'state of the other recorder some media later');
    other.stop();
    await other.event('stop');
    t.fired(other, ['start', 'dataavailable', 'stop'], 'of the other recorder');
    t.assert.isAbove(other.events[1]?.data?.size ?? 0, 0, 'bytes of the other recorder');
  },
);

/** What two listeners of a target hear when the first of them removes the frame of that target. */
function listenRemoving({ element }: Frame, target: EventTarget, name: string): readonly string[] {
  const heard: string[] = [];
  target.addEventListener(name, () => {
    heard.push('first');
    element.remove();
  });
  target.addEventListener(name, () => heard.push('second'));
  return heard;
}

conformance(
  'lifetime.removed-frame-in-handler',
  {
    over: { event: ['start', 'pause', 'dataavailable', 'stop'] },
    profile: ({ event }) => (event === 'dataavailable' ? 'default' : 'full'),
    assertions: 3,
  },
  async (t, { event }) => {
    const controlFrame = await t.frame();
    const plain = controlFrame.eventTarget();
    const control = listenRemoving(controlFrame, plain, event);
    plain.dispatchEvent(new Event(event));
    const { stream } = await t.source('canvas');
    const frame = await t.frame();
    const recorder = t.recorderIn(frame, stream);
    const heard = listenRemoving(frame, recorder.recorder, event);
    recorder.start();
    if (event !== 'start') {
      await recorder.event('start');
      await t.media();
      if (event === 'pause') recorder.pause();
      else recorder.stop();
    }
    await recorder.event(event);
    // What waits for an event goes on before later listeners have had it.
    await taskTurn();
    t.assert.equal(control[0], 'first', 'first listener of the other target');
    t.assert.equal(heard.join(', '), control.join(', '), 'listeners that were called');
    t.assert.equal(frame.element.isConnected, false, 'whether the frame is still there');
  },
);

conformance('lifetime.removed-frame-in-data-handler', { assertions: 2 }, async (t) => {
  const { frame, recorder } = await recordingInFrame(t);
  recorder.recorder.addEventListener('dataavailable', () => frame.element.remove());
  recorder.stop();
  await recorder.event('dataavailable');
  await t.fence();
  const [, ...after] = recorder.names;
  t.reading(after.includes('stop') ? 'the stop event follows' : 'no stop event follows');
  t.assert.include(['dataavailable', 'dataavailable, stop'], after.join(', '), 'events of stop()');
  t.assert.equal(recorder.state, 'inactive', 'state afterwards');
});
