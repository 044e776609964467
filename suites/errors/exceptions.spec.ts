import { conformance, thrownBy } from '../kit/index.ts';

/** The message of what a call throws. */
function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (thrown) {
    return thrown instanceof DOMException ? thrown.message : '';
  }
  return '';
}

conformance('errors.message-says-why', { assertions: 2 }, async (t) => {
  const call = (): unknown => t.construct(new MediaStream(), { mimeType: 'video/invalid' });
  t.throws('NotSupportedError', call, 'what the constructor threw');
  t.assert.notEqual(messageOf(call), '', 'message of the exception');
});

const UNKNOWN = ['video/webm', 'video/mp4', 'audio/webm', 'audio/mp4', 'audio/ogg'] as const;

conformance(
  'errors.unknown-codec-is-refused',
  { over: { container: UNKNOWN }, assertions: 1 },
  async (t, { container }) => {
    const mimeType = `${container};codecs=not-yet-invented`;
    const refused = 'NotSupportedError DOMException';
    const { stream } = await t.source('canvas');
    const constructed = thrownBy(() => t.construct(stream, { mimeType }));
    if (constructed !== 'nothing') {
      t.assert.equal(constructed, refused, 'what the constructor threw');
      return t.reading('the constructor throws');
    }
    const recorder = t.recorder(stream, { mimeType });
    const started = thrownBy(() => recorder.start());
    if (started !== 'nothing') {
      t.assert.equal(started, refused, 'what start() threw');
      return t.reading('start() throws');
    }
    await recorder.event('stop');
    t.fired(recorder, ['error', 'stop'], 'of a recording that cannot be made');
    t.reading('error and stop events come');
  },
);
