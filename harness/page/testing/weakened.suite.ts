import { conformance } from '../../../suites/kit/index.ts';

// A rule that is checked as it should be.
conformance('pause.sets-paused', {}, async (t) => {
  const recorder = await t.recording('canvas');
  recorder.pause();
  t.assert.equal(recorder.state, 'paused', 'state when pause() has returned');
});

// A rule that was weakened: whatever comes twice goes unnoticed.
conformance('start.fires-start-once', {}, async (t) => {
  const recorder = await t.recording('canvas');
  t.assert.isAtLeast(recorder.count('start'), 1, 'start events');
});

// A rule that is too strong: nobody keeps it.
conformance('start.sets-recording', {}, async (t) => {
  const recorder = t.recorder((await t.source('canvas')).stream);
  recorder.start();
  t.assert.equal(recorder.state, 'paused', 'state when start() has returned');
});
