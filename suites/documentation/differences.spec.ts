import { conformance, thrownBy } from '../kit/index.ts';

conformance('documentation.ignore-muted-media', { assertions: 1 }, async (t) => {
  const recorder = t.construct(new MediaStream());
  const there = 'ignoreMutedMedia' in recorder;
  t.reading(there ? 'it is still there' : 'it is not there');
  t.assert.equal(Reflect.get(recorder, 'ignoreMutedMedia'), there ? false : undefined, 'its value');
});

conformance('documentation.warning-event', { assertions: 2 }, async (t) => {
  const recorder = t.recorder((await t.source('canvas')).stream);
  let warnings = 0;
  recorder.recorder.addEventListener('warning', () => {
    warnings += 1;
  });
  const there = 'onwarning' in recorder.recorder;
  t.reading(there ? 'onwarning is still there' : 'onwarning is not there');
  t.assert.strictEqual(Reflect.get(recorder.recorder, 'onwarning'), there ? null : undefined, 'its value');
  recorder.start();
  await recorder.event('start');
  await t.media();
  recorder.stop();
  await recorder.event('stop');
  t.assert.equal(warnings, 0, 'warning events');
});

conformance('documentation.error-event-interface', { assertions: 2 }, async (t) => {
  const recorder = await t.recording('canvas');
  const { stream } = await t.source('canvas');
  for (const track of stream.getTracks()) recorder.stream.addTrack(track);
  const { event } = await recorder.event('error');
  const { name } = event.constructor;
  t.reading(name);
  t.assert.include(['MediaRecorderErrorEvent', 'ErrorEvent'], name, 'interface of the event');
  t.assert.equal(
    Object.prototype.toString.call(Reflect.get(event, 'error')),
    '[object DOMException]',
    'its error',
  );
});

conformance('documentation.pause-in-a-task', { assertions: 2 }, async (t) => {
  const recorder = await t.recording('canvas');
  recorder.pause();
  const { state } = recorder;
  t.reading(state === 'paused' ? 'paused at once' : `${state} until the event`);
  t.assert.include(['recording', 'paused'], state, 'state when pause() has returned');
  t.assert.equal((await recorder.event('pause')).state, 'paused', 'state in the pause event');
});

conformance('documentation.resume-in-a-task', { assertions: 2 }, async (t) => {
  const recorder = await t.paused('canvas');
  recorder.resume();
  const { state } = recorder;
  t.reading(state === 'recording' ? 'recording at once' : `${state} until the event`);
  t.assert.include(['recording', 'paused'], state, 'state when resume() has returned');
  t.assert.equal((await recorder.event('resume')).state, 'recording', 'state in the resume event');
});

conformance('documentation.start-on-changed-tracks', { assertions: 2 }, async (t) => {
  const { stream } = await t.source('canvas');
  const recorder = t.recorder(stream);
  const [added] = (await t.source('tone')).stream.getTracks();
  if (added !== undefined) stream.addTrack(added);
  const thrown = thrownBy(() => recorder.start());
  t.reading(thrown === 'nothing' ? 'it records what the stream has now' : `it throws a ${thrown}`);
  t.assert.include(['nothing', 'InvalidModificationError DOMException'], thrown, 'what start() threw');
  t.assert.equal(recorder.state, thrown === 'nothing' ? 'recording' : 'inactive', 'state afterwards');
});

conformance('documentation.stop-when-inactive', { assertions: 3 }, async (t) => {
  const recorder = t.recorder((await t.source('canvas')).stream);
  const thrown = thrownBy(() => recorder.stop());
  t.reading(thrown === 'nothing' ? 'it does nothing' : `it throws a ${thrown}`);
  t.assert.include(['nothing', 'InvalidStateError DOMException'], thrown, 'what stop() threw');
  t.assert.equal(recorder.state, 'inactive', 'state afterwards');
  await t.fence();
  t.fired(recorder, [], 'of a recorder that was never started');
});

conformance('documentation.listener-after-start', { assertions: 1 }, async (t) => {
  const recorder = t.construct((await t.source('canvas')).stream);
  const heard: string[] = [];
  recorder.start();
  const stopped = new Promise<void>((resolve) => {
    for (const name of ['start', 'dataavailable', 'stop', 'error'])
      recorder.addEventListener(name, () => {
        heard.push(name);
        if (name === 'stop') resolve();
      });
  });
  await t.media('plenty');
  recorder.stop();
  await t.awaited('event stop', stopped);
  t.assert.equal(heard.join(', '), 'start, dataavailable, stop', 'events that it heard');
});

conformance(
  'documentation.state-tells-the-last-data',
  { over: { end: ['stop', 'tracks'] }, assertions: 2 },
  async (t, { end }) => {
    const { stream } = await t.source('both');
    const recorder = t.recorder(stream);
    recorder.startInParts();
    await recorder.event('start');
    await t.media();
    recorder.askForPart();
    await recorder.event('dataavailable');
    await t.media();
    if (end === 'stop') recorder.stop();
    else for (const track of stream.getTracks()) track.stop();
    await recorder.event('stop');
    const states = recorder.events.filter(({ name }) => name === 'dataavailable').map(({ state }) => state);
    t.assert.isAbove(states.length, 1, 'dataavailable events');
    const expected = states.map((_, index) => (index === states.length - 1 ? 'inactive' : 'recording'));
    t.assert.equal(states.join(', '), expected.join(', '), 'state in each of them');
  },
);
