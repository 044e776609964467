import { conformance } from '../kit/index.ts';

const RATE = 8_000;
const SECONDS = 20;

/** A WAV file of a tone, long enough to go on playing while it is recorded. */
function wav(frequency: number): Blob {
  const samples = RATE * SECONDS;
  const bytes = new DataView(new ArrayBuffer(44 + samples * 2));
  const ascii = (at: number, text: string): void => {
    for (let index = 0; index < text.length; index += 1) bytes.setUint8(at + index, text.charCodeAt(index));
  };
  ascii(0, 'RIFF');
  bytes.setUint32(4, 36 + samples * 2, true);
  ascii(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, RATE, true);
  bytes.setUint32(28, RATE * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  ascii(36, 'data');
  bytes.setUint32(40, samples * 2, true);
  for (let sample = 0; sample < samples; sample += 1) {
    const value = Math.sin((2 * Math.PI * frequency * sample) / RATE) * 8_000;
    bytes.setInt16(44 + sample * 2, value, true);
  }
  return new Blob([bytes], { type: 'audio/wav' });
}

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
