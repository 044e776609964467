import type { Environment } from '../../protocol/index.ts';
import { probeAudioClock } from './audio-clock.ts';
import { probeCanvasCapture } from './canvas-capture.ts';
import { probeEncodingInfo, probeWebCodecs } from './codecs.ts';
import { probeDevice } from './devices.ts';
import { probeElementCapture, probePeerConnection, probeTrackGenerator } from './presence.ts';

/** Finds out what this browser on this machine can do, without touching MediaRecorder. */
export async function probe(): Promise<Environment> {
  // One after another where time is measured: they would disturb each other.
  const audio = await probeAudioClock();
  const canvas = await probeCanvasCapture();
  const [camera, microphone, codecs, encodingInfo] = [
    await probeDevice('camera', { video: true }),
    await probeDevice('microphone', { audio: true }),
    await probeWebCodecs(),
    await probeEncodingInfo(),
  ];
  return {
    userAgent: navigator.userAgent,
    secureContext: isSecureContext,
    audioClockRate: audio.rate,
    canvasFrameRate: canvas.rate,
    findings: {
      'audio-clock': audio.finding,
      'canvas-capture': canvas.finding,
      'fake-camera': camera,
      'fake-microphone': microphone,
      'web-codecs': codecs.finding,
      'element-capture': probeElementCapture(),
      'peer-connection': probePeerConnection(),
      'track-generator': probeTrackGenerator(),
    },
    facts: [...codecs.facts, ...encodingInfo],
  };
}
