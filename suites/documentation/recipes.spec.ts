import { conformance, type Context, parseMimeType } from '../kit/index.ts';

/** Lets a media element load a recording, and says how that went. */
async function loads(t: Context, kind: 'audio' | 'video', recording: Blob): Promise<string> {
  const element = document.createElement(kind);
  const url = URL.createObjectURL(recording);
  let said = 'nothing';
  try {
    const answer = new Promise<void>((resolve) => {
      const hear = (text: string) => () => {
        said = text;
        resolve();
      };
      element.addEventListener('loadeddata', hear('loaded'), { once: true });
      element.addEventListener('error', hear('error'), { once: true });
    });
    element.src = url;
    await t.awaited(`the ${kind} element to load`, answer);
    return said;
  } finally {
    element.removeAttribute('src');
    element.load();
    URL.revokeObjectURL(url);
  }
}

conformance(
  'documentation.microphone-is-webm',
  { over: { source: ['microphone'] }, needs: ['audio-clock'] },
  async (t, { source }) => {
    // It gives the time for which the microphone, which has no clock of its own, is recorded.
    await t.source('tone');
    const recorder = await t.recording(source);
    await t.media('plenty');
    recorder.stop();
    const { data } = await recorder.event('dataavailable');
    t.assert.equal(parseMimeType(data?.type ?? '').essence, 'audio/webm', 'type of the recording');
  },
);

conformance(
  'documentation.recipe-dictaphone',
  { over: { source: ['microphone'] }, needs: ['audio-clock'], assertions: 5 },
  async (t, { source }) => {
    const { stream } = await t.source(source);
    // The tone gives the time for which the microphone, which has no clock of its own, is recorded.
    await t.source('tone');
    const recorder = t.recorder(stream);
    let chunks: Blob[] = [];
    let clip = new Blob();
    let clips = 0;
    recorder.recorder.ondataavailable = ({ data }) => chunks.push(data);
    recorder.recorder.onstop = () => {
      clip = new Blob(chunks, { type: chunks[0]?.type ?? '' });
      chunks = [];
      clips += 1;
    };
    recorder.start();
    t.assert.equal(recorder.state, 'recording', 'what the page logs after start()');
    await recorder.event('start');
    await t.media('plenty');
    recorder.stop();
    t.assert.equal(recorder.state, 'inactive', 'what the page logs after stop()');
    await recorder.event('stop');
    t.assert.equal(await settled(t, () => clips === 1), true, 'the clip is made in the stop event');
    t.assert.isAbove(clip.size, 0, 'bytes of the clip');
    t.assert.equal(await loads(t, 'audio', clip), 'loaded', 'what the audio element says');
  },
);

conformance(
  'documentation.recipe-microphone-file',
  { over: { source: ['microphone'], end: ['stop', 'tracks'] }, needs: ['audio-clock'], assertions: 3 },
  async (t, { source, end }) => {
    const { stream } = await t.source(source);
    await t.source('tone');
    const recorder = t.recorder(stream);
    const file: string[] = [];
    let bytes = 0;
    recorder.start();
    recorder.recorder.addEventListener('dataavailable', ({ data }) => {
      file.push('write');
      bytes += data.size;
      if (recorder.state === 'inactive') file.push('close');
    });
    await recorder.event('start');
    await t.media('plenty');
    if (end === 'stop') recorder.stop();
    else for (const track of stream.getTracks()) track.stop();
    await recorder.event('stop');
    await t.fence();
    t.assert.equal(file.at(-1), 'close', 'what was done last');
    t.assert.equal(file.filter((each) => each === 'close').length, 1, 'times that the file was closed');
    t.assert.isAbove(bytes, 0, 'bytes written');
  },
);

conformance(
  'documentation.recipe-media-element',
  { over: { source: ['element'] }, assertions: 3 },
  async (t, { source }) => {
    const { stream } = await t.source(source);
    const recorder = t.recorder(stream);
    const chunks: Blob[] = [];
    recorder.recorder.ondataavailable = ({ data }) => chunks.push(data);
    recorder.start();
    await recorder.event('start');
    await t.media('plenty');
    t.assert.equal(recorder.state, 'recording', 'state while the element plays');
    recorder.stop();
    await recorder.event('stop');
    await settled(t, () => chunks.length > 0);
    const clip = new Blob(chunks, { type: chunks[0]?.type ?? '' });
    t.assert.isAbove(clip.size, 0, 'bytes of the clip');
    t.assert.equal(await loads(t, 'video', clip), 'loaded', 'what the video element says');
  },
);

/** Whether something holds once listeners that come after the case's own have been called. */
async function settled(t: Context, holds: () => boolean): Promise<boolean> {
  await t.fence();
  return holds();
}
