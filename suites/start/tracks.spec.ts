import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import { type Context, conformance, parseMimeType, type TracedRecorder } from '../kit/index.ts';

const { needs } = SOURCES.both;

const KINDS = ['audio', 'video'] as const;

/** A recorder of a stream in which the track of one kind has ended already. */
async function halfEnded(t: Context, ended: (typeof KINDS)[number]): Promise<TracedRecorder> {
  const { stream } = await t.source('both');
  for (const track of stream.getTracks()) if (track.kind === ended) track.stop();
  // An engine may still be tearing the track down in this very task.
  await t.media();
  return t.recorder(stream);
}

/** How many codecs the recorder names in its start event. */
async function codecsInStartEvent(recorder: TracedRecorder): Promise<number> {
  recorder.start();
  await recorder.event('start');
  return parseMimeType(recorder.recorder.mimeType).codecs.length;
}

conformance(
  'start.ended-beside-live',
  { over: { ended: KINDS }, needs, assertions: 2 },
  async (t, { ended }) => {
    const recorder = await halfEnded(t, ended);
    t.assert.equal(await codecsInStartEvent(recorder), 1, `codecs in ${recorder.recorder.mimeType}`);
    t.assert.equal(recorder.state, 'recording', 'state');
  },
);

conformance(
  'start.ended-beside-live-ends',
  { over: { ended: KINDS }, profile: ({ ended }) => (ended === 'video' ? 'default' : 'full'), needs },
  async (t, { ended }) => {
    const recorder = await halfEnded(t, ended);
    recorder.start();
    await recorder.event('start');
    await t.media();
    for (const track of recorder.stream.getTracks()) track.stop();
    await recorder.event('stop');
    t.fired(recorder, ['start', 'dataavailable', 'stop'], 'of a recording of one live track');
  },
);

/** Tracks when the recorder is made and when it is started. */
const CHANGES = {
  'none-to-video': { before: [], after: ['video'] },
  'audio-to-both': { before: ['audio'], after: ['audio', 'video'] },
  'both-to-audio': { before: ['audio', 'video'], after: ['audio'] },
} as const satisfies Readonly<Record<string, Record<'before' | 'after', readonly string[]>>>;

conformance(
  'start.tracks-of-the-moment',
  {
    over: { change: ['none-to-video', 'audio-to-both', 'both-to-audio'] },
    // The others block WebKitGTK's page for two seconds each.
    profile: ({ change }) => (change === 'none-to-video' ? 'default' : 'full'),
    needs,
  },
  async (t, { change }) => {
    const has = (kinds: readonly string[], { kind }: MediaStreamTrack): boolean => kinds.includes(kind);
    const { before, after } = CHANGES[change];
    const tracks = (await t.source('both')).stream.getTracks();
    const stream = new MediaStream(tracks.filter((track) => has(before, track)));
    const recorder = t.recorder(stream);
    for (const track of tracks) {
      if (has(after, track)) stream.addTrack(track);
      else stream.removeTrack(track);
    }
    // That a change may be heard of late, and end the recording, is another rule.
    await t.media();
    const codecs = await codecsInStartEvent(recorder);
    t.assert.equal(codecs, after.length, `codecs in ${recorder.recorder.mimeType}`);
  },
);

conformance('start.tracks-removed-before', { assertions: 2 }, async (t) => {
  const { stream } = await t.source('canvas');
  const recorder = t.recorder(stream);
  const control = t.recorder(stream.clone());
  for (const track of stream.getTracks()) stream.removeTrack(track);
  t.throws('NotSupportedError', () => recorder.start(), 'start() when the track is gone');
  t.succeeds(() => control.start(), 'start() of a recorder whose stream still has a track');
});

conformance('start.earlier-changes', { needs, assertions: 2 }, async (t) => {
  const { stream } = await t.source('both');
  const [video] = stream.getVideoTracks();
  if (video === undefined) throw new Error('the stream has no video track');
  const recorder = t.recorder(stream);
  stream.removeTrack(video);
  stream.addTrack(video);
  recorder.start();
  await recorder.event('start');
  await t.media('plenty');
  t.fired(recorder, ['start'], 'of a recording that was begun in the task of a change');
  t.assert.equal(recorder.state, 'recording', 'state');
});
