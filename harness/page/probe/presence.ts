import type { Finding } from '../../protocol/index.ts';

function presence(there: boolean, what: string): Finding {
  return there
    ? { status: 'available', evidence: `there is ${what}` }
    : { status: 'unsupported', evidence: `there is no ${what}` };
}

/** Whether what a media element plays can be captured. */
export function probeElementCapture(): Finding {
  const prototype = HTMLMediaElement.prototype;
  return presence(
    'captureStream' in prototype || 'mozCaptureStream' in prototype,
    'captureStream() of media elements',
  );
}

/** Whether there are peer connections. */
export function probePeerConnection(): Finding {
  return presence('RTCPeerConnection' in window, 'RTCPeerConnection');
}

/** Whether a stream can be isolated from the page, for the eyes of one peer only. */
export function probeIsolatedStreams(): Finding {
  const there = 'RTCPeerConnection' in window && 'peerIdentity' in RTCPeerConnection.prototype;
  return presence(there, 'peerIdentity of peer connections');
}

/** Whether script can make the frames of a track itself. */
export function probeTrackGenerator(): Finding {
  const there = 'MediaStreamTrackGenerator' in window || 'VideoTrackGenerator' in window;
  return presence(there, 'MediaStreamTrackGenerator or VideoTrackGenerator');
}
