import { ANY_KIND, conformance, EVERY_KIND } from '../kit/index.ts';

const over = { source: EVERY_KIND };

conformance('state.inactive-at-first', { over }, async (t, { source }) => {
  const { stream } = await t.source(source);
  t.assert.equal(t.recorder(stream).state, 'inactive');
});

conformance('state.constructing-records-nothing', { ...ANY_KIND, assertions: 2 }, async (t, { source }) => {
  const { stream } = await t.source(source);
  const recorder = t.recorder(stream);
  await t.fence();
  t.assert.equal(recorder.state, 'inactive', 'state after a while');
  t.fired(recorder, [], 'of a recorder that was never started');
});

conformance('state.recorders-are-independent', { ...ANY_KIND, assertions: 5 }, async (t, { source }) => {
  const { stream } = await t.source(source);
  const one = t.recorder(stream);
  const other = t.recorder(stream);
  one.start();
  await one.event('start');
  t.assert.equal(other.state, 'inactive', 'the other after start()');
  other.start();
  await other.event('start');
  one.pause();
  await one.event('pause');
  t.assert.equal(other.state, 'recording', 'the other after pause()');
  one.stop();
  await one.event('stop');
  t.assert.equal(other.state, 'recording', 'the other after stop()');
  t.fired(other, ['start'], 'of the other so far');
  await t.media();
  other.stop();
  await other.event('stop');
  t.fired(other, ['start', 'dataavailable', 'stop'], 'of the other at the end');
});
