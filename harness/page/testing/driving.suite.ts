/** Cases that drive a recorder which misbehaves in each of its methods, among others that leave those alone. */
import { conformance, taskTurn } from '../../../suites/kit/index.ts';

const METHODS = ['start', 'stop', 'pause', 'resume', 'requestData'] as const;

conformance('state.inactive-at-first', { over: { method: METHODS } }, async (t, { method }) => {
  const recorder = new MediaRecorder(new MediaStream());
  t.assert.equal(recorder.state, 'inactive', 'the state before');
  recorder[method]();
  await taskTurn();
  await taskTurn();
});

conformance(
  'state.constructing-records-nothing',
  { over: { neighbour: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } },
  async (t) => {
    await taskTurn();
    t.assert.equal(new MediaRecorder(new MediaStream()).state, 'inactive', 'the state');
  },
);
