import type { Environment, Need } from '../../protocol/index.ts';
import { probeAudioClock, steadiness } from './audio-clock.ts';
import { probeCanvasCapture } from './canvas-capture.ts';
import { probeEncodingInfo, probeWebCodecs } from './codecs.ts';
import { probeDevice } from './devices.ts';
import {
  probeElementCapture,
  probeIsolatedStreams,
  probePeerConnection,
  probeTrackGenerator,
} from './presence.ts';

/**
 * Finds out what this browser on this machine can do, without touching MediaRecorder. What takes time is probed
 * only as far as it is needed: whoever runs one rule again and again waits for nothing else.
 */
export async function probe(needs: readonly Need[]): Promise<Environment> {
  const wanted = async <T>(need: Need, work: () => Promise<T>): Promise<T | undefined> =>
    needs.includes(need) ? work() : undefined;
  const steady = needs.includes('steady-audio-clock');
  const clock = wanted('audio-clock', () => probeAudioClock(steady));
  // A clock that has to be told exactly is not to be disturbed.
  if (steady) await clock;
  const [audio, canvas] = await Promise.all([clock, wanted('canvas-capture', probeCanvasCapture)]);
  const camera = await wanted('fake-camera', () => probeDevice('camera', { video: true }));
  const microphone = await wanted('fake-microphone', () => probeDevice('microphone', { audio: true }));
  const codecs = await wanted('web-codecs', probeWebCodecs);
  const connection = await wanted('peer-connection', probePeerConnection);
  const encodingInfo = await wanted('web-codecs', probeEncodingInfo);
  return {
    userAgent: navigator.userAgent,
    secureContext: isSecureContext,
    audioClockRate: audio?.rate ?? null,
    canvasFrameRate: canvas?.rate ?? null,
    findings: {
      ...(audio === undefined ? {} : { 'audio-clock': audio.finding }),
      ...(audio === undefined || !steady ? {} : { 'steady-audio-clock': steadiness(audio) }),
      ...(canvas === undefined ? {} : { 'canvas-capture': canvas.finding }),
      ...(camera === undefined ? {} : { 'fake-camera': camera }),
      ...(microphone === undefined ? {} : { 'fake-microphone': microphone }),
      ...(codecs === undefined ? {} : { 'web-codecs': codecs.finding }),
      'element-capture': probeElementCapture(),
      'isolated-streams': probeIsolatedStreams(),
      ...(connection === undefined ? {} : { 'peer-connection': connection }),
      'track-generator': probeTrackGenerator(),
    },
    facts: [...(codecs?.facts ?? []), ...(encodingInfo ?? [])],
  };
}
