import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import { conformance } from '../kit/index.ts';
import { otherSlices, SLICE_MS, slices } from './slices.ts';

conformance(
  'timeslice.silent-tracks',
  {
    over: { silence: ['turned-down', 'disconnected'], since: ['start', 'later'] },
    needs: SOURCES.tone.needs,
    profile: ({ silence, since }) => (silence === 'turned-down' && since === 'start' ? 'default' : 'full'),
    assertions: 4,
  },
  async (t, { silence, since }) => {
    const source = await t.source('tone');
    const loud = await t.source('tone');
    if (since === 'start') source.sound(silence);
    const recorder = t.recorder(source.stream);
    recorder.start(SLICE_MS);
    if (since === 'later') {
      await slices(recorder, 2);
      source.sound(silence);
    }
    const before = recorder.count('dataavailable');
    await otherSlices(t, loud.stream);
    const came = recorder.count('dataavailable') - before;
    // One that was begun before the silence may still come.
    t.reading(came > 1 ? 'silence fills timeslices' : 'silence fills no timeslice');
    t.assert.equal(recorder.count('error') + recorder.count('stop'), 0, 'error and stop events');
    t.assert.equal(recorder.state, 'recording', 'state');
    source.sound('aloud');
    await slices(recorder, 2);
    recorder.stop();
    await recorder.event('stop');
    t.assert.equal(recorder.names.slice(-2).join(', '), 'dataavailable, stop', 'the last two events');
    const bytes = recorder.events.reduce((sum, { data }) => sum + (data?.size ?? 0), 0);
    t.assert.isAbove(bytes, 0, 'bytes of all Blobs');
  },
);
