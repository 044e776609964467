import type { Engine, Finding, Need } from '../protocol/index.ts';

/** A need that is not met in a browser. */
export interface UnmetNeed {
  readonly engine: Engine;
  readonly need: Need;
  readonly finding: Finding;
}

const NEVER = 'this browser does not have it; cases that need it are reported as unsupported';

const BLOCKED: Readonly<Record<Need, string>> = {
  'audio-clock':
    'give the machine a sound device (on Linux "modprobe snd-dummy" or a PulseAudio null sink); Firefox needs none with --browser-pref media.cubeb.force_mock_context=true',
  'steady-audio-clock': 'give the machine a sound device whose clock keeps real time; a mock device does not',
  'canvas-capture':
    'let the page be visible: run without --headed on a display that is locked or off, or with --workers 1',
  'fake-camera': 'let the browser use fake devices: remove options that turn them off, or plug a camera in',
  'fake-microphone':
    'let the browser use fake devices: remove options that turn them off, or plug a microphone in',
  'web-codecs':
    "install the codecs of the system: for WebKitGTK GStreamer's good, bad, ugly and libav plugins",
  'element-capture': 'install the codecs of the system, so that media elements play',
  'peer-connection': "allow peer connections in the browser's settings",
  'isolated-streams': "allow peer connections in the browser's settings",
  'track-generator': "allow the API in the browser's settings",
};

/** What would mend it, in a sentence for whoever runs the machine. */
export function mend({ need, finding, engine }: UnmetNeed): string {
  if (finding.status === 'unsupported') return NEVER;
  if (need === 'audio-clock' && engine === 'firefox') {
    return 'set --browser-pref media.cubeb.force_mock_context=true, or give the machine a sound device';
  }
  return BLOCKED[need];
}
