import type { Finding } from '../../protocol/index.ts';
import { within } from './within.ts';

const CONNECTION_LIMIT_MS = 30_000;

function absent(what: string): Finding {
  return { status: 'unsupported', evidence: `there is no ${what}` };
}

/** Whether what a media element plays can be captured. */
export function probeElementCapture(): Finding {
  const prototype = HTMLMediaElement.prototype;
  const name = ['captureStream', 'mozCaptureStream'].find((each) => each in prototype);
  if (name === undefined) return absent('captureStream() of media elements');
  const capture: unknown = Reflect.get(prototype, name);
  const stream: unknown =
    typeof capture === 'function' ? Reflect.apply(capture, document.createElement('video'), []) : undefined;
  return stream instanceof MediaStream
    ? { status: 'available', evidence: `${name}() of a media element gives a stream` }
    : { status: 'unsupported', evidence: `${name}() of a media element gives no stream` };
}

/** Whether two peer connections of one page find each other. */
export async function probePeerConnection(): Promise<Finding> {
  if (!('RTCPeerConnection' in window)) return absent('RTCPeerConnection');
  const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
  try {
    const opened = await within(CONNECTION_LIMIT_MS, channelBetween(one, other));
    return opened.kind === 'in time'
      ? { status: 'available', evidence: 'two peer connections of one page found each other' }
      : {
          status: 'blocked',
          evidence: `two peer connections of one page did not find each other within ${CONNECTION_LIMIT_MS} ms`,
        };
  } catch (error) {
    return { status: 'blocked', evidence: `a peer connection failed: ${String(error)}` };
  } finally {
    one.close();
    other.close();
  }
}

async function channelBetween(one: RTCPeerConnection, other: RTCPeerConnection): Promise<void> {
  const channel = one.createDataChannel('probe');
  const opened = new Promise<void>((resolve) => {
    channel.addEventListener('open', () => resolve(), { once: true });
  });
  await one.setLocalDescription();
  await gathered(one);
  if (one.localDescription !== null) await other.setRemoteDescription(one.localDescription);
  await other.setLocalDescription();
  await gathered(other);
  if (other.localDescription !== null) await one.setRemoteDescription(other.localDescription);
  await opened;
}

/** A description that was made when all candidates were known needs no further messages. */
async function gathered(connection: RTCPeerConnection): Promise<void> {
  while (connection.iceGatheringState !== 'complete') {
    await new Promise<void>((resolve) => {
      connection.addEventListener('icegatheringstatechange', () => resolve(), { once: true });
    });
  }
}

/** Whether a stream can be isolated from the page, for the eyes of one peer only. */
export function probeIsolatedStreams(): Finding {
  const there = 'RTCPeerConnection' in window && 'peerIdentity' in RTCPeerConnection.prototype;
  return there
    ? { status: 'available', evidence: 'there is peerIdentity of peer connections' }
    : absent('peerIdentity of peer connections');
}

/** Whether script can make the frames of a track itself. */
export function probeTrackGenerator(): Finding {
  const name = ['VideoTrackGenerator', 'MediaStreamTrackGenerator'].find((each) => each in window);
  if (name === undefined) return absent('VideoTrackGenerator or MediaStreamTrackGenerator');
  const constructor: unknown = Reflect.get(window, name);
  if (typeof constructor !== 'function') return absent(name);
  const generator: unknown = Reflect.construct(constructor, [{ kind: 'video' }]);
  const writable: unknown =
    typeof generator === 'object' && generator !== null ? Reflect.get(generator, 'writable') : undefined;
  return writable instanceof WritableStream
    ? { status: 'available', evidence: `a ${name} takes frames` }
    : { status: 'unsupported', evidence: `a ${name} takes no frames` };
}
