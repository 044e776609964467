import { conformance, show, thrownBy } from '../kit/index.ts';

/** Served without leave to read it; by its number the server is another origin than by its name. */
const soundUrl = (): string => `http://127.0.0.1:${location.port}/bundle/foreign.wav`;

const REFUSED = 'SecurityError DOMException';

/** What capturing an element gives: a stream, or what was thrown. */
function captured(element: HTMLAudioElement): MediaStream | string {
  try {
    return element.captureStream?.() ?? element.mozCaptureStream?.() ?? 'there is no way to capture it';
  } catch (thrown) {
    return show(thrown);
  }
}

conformance(
  'errors.foreign-element',
  { needs: ['element-capture', 'audio-clock', 'web-codecs'] },
  async (t) => {
    const element = new Audio(soundUrl());
    element.loop = true;
    try {
      await element.play();
      const stream = captured(element);
      if (typeof stream === 'string') {
        t.assert.equal(stream, REFUSED, 'what capturing the element threw');
        return t.reading('capturing it throws');
      }
      const recorder = t.recorder(stream);
      const thrown = thrownBy(() => recorder.start());
      if (thrown !== 'nothing') {
        t.assert.equal(thrown, REFUSED, 'what start() threw');
        return t.reading('start() throws');
      }
      // The sound has been playing meanwhile, on the clock of another source.
      await t.source('tone');
      await t.media('plenty');
      recorder.stop();
      const { data } = await recorder.event('dataavailable');
      const reading = await t.read(data ?? new Blob());
      const tracks = reading.outcome === 'read' ? reading.tracks : [];
      const spans = tracks.flatMap((track) => (track.kind === 'audio' ? track.spans : []));
      const heard = spans.filter(({ sound }) => sound !== 'silence');
      t.assert.equal(heard.length, 0, 'spans of the recording that are not silent');
      t.reading('silence is recorded');
    } finally {
      element.pause();
      element.removeAttribute('src');
      element.load();
    }
  },
);
