import { conformance, taskTurn } from '../kit/index.ts';

const NAMES = ['start', 'dataavailable', 'pause', 'resume', 'stop'] as const;

conformance('lifetime.throwing-handler-keeps-recording', { assertions: 3 }, async (t) => {
  // All of it is another window's, so that what is thrown is not taken for an error of this case, whoever reports it.
  const frame = await t.frame();
  const recorder = t.recorderIn(frame, (await t.source('both')).stream);
  const heard: string[] = [];
  let reported = 0;
  frame.window.addEventListener('error', () => {
    reported += 1;
  });
  for (const name of NAMES) {
    recorder.recorder.addEventListener(name, frame.thrower(`thrown on purpose in ${name}`));
    recorder.recorder.addEventListener(name, ({ type }) => heard.push(type));
  }
  recorder.start();
  await recorder.event('start');
  await t.media();
  recorder.pause();
  await recorder.event('pause');
  recorder.resume();
  await recorder.event('resume');
  await t.media();
  recorder.stop();
  await recorder.event('stop');
  await taskTurn();
  const all = ['start', 'pause', 'resume', 'dataavailable', 'stop'];
  t.fired(recorder, all, 'of the recording');
  t.assert.equal(heard.join(', '), all.join(', '), 'what the listeners after the throwing ones heard');
  t.assert.equal(reported, all.length, 'errors that their window was told of');
});

conformance(
  'lifetime.throwing-handler-is-reported',
  { over: { as: ['handler', 'listener'] }, assertions: 2 },
  async (t, { as }) => {
    const frame = await t.frame();
    const recorder = t.recorder((await t.source('canvas')).stream);
    const reported: string[] = [];
    frame.window.addEventListener('error', ({ message }) => reported.push(message));
    const thrower = frame.thrower('thrown on purpose');
    if (as === 'handler') recorder.recorder.onstart = thrower;
    else recorder.recorder.addEventListener('start', thrower);
    t.succeeds(() => recorder.start(), 'what start() threw');
    await recorder.event('start');
    await taskTurn();
    const [message = 'nothing'] = reported;
    t.assert.equal(
      `${reported.length}: ${message.includes('thrown on purpose') ? 'thrown on purpose' : message}`,
      '1: thrown on purpose',
      'errors that its window was told of',
    );
  },
);
