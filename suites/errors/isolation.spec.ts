import { type Context, conformance } from '../kit/index.ts';

const needs = ['fake-camera', 'isolated-streams'] as const;

/** A camera that only a peer of a given identity may see, and no script of the page. */
async function isolatedCamera(t: Context): Promise<MediaStream> {
  t.trace.note('open a camera for a peer of another identity');
  return navigator.mediaDevices.getUserMedia({ video: true, peerIdentity: 'nobody@peer.example' });
}

conformance('errors.isolated-stream', { needs, assertions: 3 }, async (t) => {
  const stream = await isolatedCamera(t);
  try {
    const recorder = t.recorder(stream);
    t.throws('SecurityError', () => recorder.start(), 'start() for an isolated stream');
    t.assert.equal(recorder.state, 'inactive', 'state after the failed call');
    const control = t.recorder((await t.source('camera')).stream);
    t.succeeds(() => control.start(), 'start() for the same camera without isolation');
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
});

conformance('errors.isolation-before-activity', { needs, assertions: 2 }, async (t) => {
  const stream = await isolatedCamera(t);
  for (const track of stream.getTracks()) track.stop();
  const recorder = t.recorder(stream);
  t.assert.equal(stream.active, false, 'the stream is active');
  t.throws('SecurityError', () => recorder.start(), 'start() for an isolated stream that has ended');
});
