import { SOURCES } from '../../fixtures/streams/sources/index.ts';
import { type Context, conformance } from '../kit/index.ts';

/** Two ends of a connection on which nothing flows: descriptions alone make and take away tracks. */
interface Call {
  readonly sender: RTCPeerConnection;
  readonly receiver: RTCPeerConnection;
}

async function negotiate({ sender, receiver }: Call): Promise<void> {
  await sender.setLocalDescription();
  if (sender.localDescription !== null) await receiver.setRemoteDescription(sender.localDescription);
  await receiver.setLocalDescription();
  if (receiver.localDescription !== null) await sender.setRemoteDescription(receiver.localDescription);
}

/** Runs with both ends open, and closes them. */
async function withCall(body: (call: Call) => Promise<void>): Promise<void> {
  const call = { sender: new RTCPeerConnection(), receiver: new RTCPeerConnection() };
  try {
    await body(call);
  } finally {
    call.sender.close();
    call.receiver.close();
  }
}

/** The stream that the receiver gets for what the sender sends now. */
async function remoteStream(call: Call): Promise<MediaStream> {
  const streams: MediaStream[] = [];
  call.receiver.addEventListener('track', (event) => streams.push(...event.streams));
  await negotiate(call);
  const [stream] = streams;
  if (stream === undefined) throw new Error('the receiver got no stream');
  return stream;
}

async function tracksOf(t: Context): Promise<{ video: MediaStreamTrack; audio: MediaStreamTrack }> {
  const { stream } = await t.source('both');
  const [video] = stream.getVideoTracks();
  const [audio] = stream.getAudioTracks();
  if (video === undefined || audio === undefined) throw new Error('the stream lacks a track');
  return { video, audio };
}

conformance(
  'tracks.renegotiation',
  { over: { change: ['gained', 'lost'] }, needs: ['peer-connection', ...SOURCES.both.needs], assertions: 3 },
  async (t, { change }) => {
    const { video, audio } = await tracksOf(t);
    await withCall(async (call) => {
      const sent = new MediaStream();
      call.sender.addTrack(video, sent);
      const spare = change === 'lost' ? call.sender.addTrack(audio, sent) : null;
      const stream = await remoteStream(call);
      const recorder = t.recorder(stream);
      recorder.start();
      const before = stream.getTracks().length;
      if (spare === null) call.sender.addTrack(audio, sent);
      else call.sender.removeTrack(spare);
      await negotiate(call);
      t.assert.notEqual(stream.getTracks().length, before, 'tracks of the remote stream');
      await recorder.event('stop');
      const came = recorder.names.filter((name) => name !== 'start');
      t.assert.equal(came.join(', '), 'error, dataavailable, stop', 'events but for start');
      t.assert.equal(recorder.state, 'inactive', 'state');
    });
  },
);
