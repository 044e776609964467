/** Cases that tell which recorder they met, in the page of their lane and in a frame of their own. */
import { conformance } from '../../../suites/kit/index.ts';

conformance('state.inactive-at-first', { over: { realm: ['lane'] } }, async (t) => {
  t.assert.equal(await Promise.resolve(MediaRecorder.name), 'Fitted', 'the name of the recorder');
});

conformance('state.inactive-at-first', { over: { realm: ['frame'] }, assertions: 2 }, async (t) => {
  const recorder: unknown = Reflect.get((await t.frame()).window, 'MediaRecorder');
  t.assert.equal(typeof recorder === 'function' && recorder.name, 'Fitted', 'the name of the recorder');
  t.assert.equal(recorder === MediaRecorder, false, 'the frame shares the recorder of the page');
});

conformance('state.inactive-at-first', { over: { realm: ['lane again'] }, assertions: 1 }, async (t) => {
  t.assert.equal(await Promise.resolve(MediaRecorder.name), 'Fitted', 'the name of the recorder');
  // Whoever comes next must not meet this.
  Reflect.set(globalThis, 'MediaRecorder', function impostor() {});
});
