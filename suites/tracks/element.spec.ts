import { wavOfTone } from '../../fixtures/streams/sources/wav.ts';
import { conformance } from '../kit/index.ts';

/** A file that goes on playing while it is recorded. */
const wav = (frequency: number): Blob => new Blob([wavOfTone(frequency, 20)], { type: 'audio/wav' });

/** Plays a file in an element, from its beginning. */
async function play(element: HTMLAudioElement, file: Blob): Promise<void> {
  const url = URL.createObjectURL(file);
  try {
    element.src = url;
    await element.play();
  } finally {
    URL.revokeObjectURL(url);
  }
}

function captured(element: HTMLAudioElement): MediaStream {
  const stream = element.captureStream?.() ?? element.mozCaptureStream?.();
  if (stream === undefined) throw new Error('what the element plays cannot be captured');
  return stream;
}

conformance(
  'tracks.element-switches',
  { needs: ['element-capture', 'audio-clock'], assertions: 2 },
  async (t) => {
    const element = new Audio();
    try {
      await play(element, wav(440));
      const recorder = t.recorder(captured(element));
      recorder.start();
      await recorder.event('start');
      await play(element, wav(660));
      await recorder.event('stop');
      const came = recorder.names.slice(1).join(', ');
      const allowed = ['error, dataavailable, stop', 'dataavailable, stop'];
      t.assert.oneOf(came, allowed, 'events after the switch');
      t.assert.equal(recorder.state, 'inactive', 'state');
      t.reading(came === 'dataavailable, stop' ? 'its tracks have ended' : 'its stream has changed');
    } finally {
      element.pause();
      element.removeAttribute('src');
      element.load();
    }
  },
);
