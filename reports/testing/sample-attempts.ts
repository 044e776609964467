import type { Random } from './random.ts';

/** A trace as a recording of a second leaves it, with one slice too few when it is to look wrong. */
function sampleTrace(random: Random, wrong: boolean): readonly unknown[] {
  const type = 'video/webm;codecs=vp8';
  const jitter = (): number => Math.round(random.next() * 12);
  const event = (at: number, name: string, state: string, more: object = {}): unknown => ({
    kind: 'event',
    at,
    recorder: 1,
    name,
    state,
    mimeType: type,
    ...more,
  });
  const slices = Array.from({ length: wrong ? 3 : 4 }, (_, index) =>
    event(260 + index * 200 + jitter(), 'dataavailable', 'recording', { bytes: 2000 + random.below(9000) }),
  );
  return [
    { kind: 'note', at: 3, text: 'open source canvas' },
    { kind: 'note', at: 12, text: `new MediaRecorder #1({ mimeType: "${type}" })` },
    { kind: 'call', at: 14, recorder: 1, method: 'start', args: ['200'], state: 'recording' },
    event(52 + jitter(), 'start', 'recording'),
    ...slices,
    { kind: 'call', at: 1061, recorder: 1, method: 'stop', args: [], state: 'inactive' },
    event(1074, 'dataavailable', 'inactive', { bytes: 512 }),
    event(1075, 'stop', 'inactive'),
    ...(wrong
      ? [
          {
            kind: 'call',
            at: 1082,
            recorder: 1,
            method: 'pause',
            args: [],
            threw: 'InvalidStateError',
            state: 'inactive',
          },
        ]
      : []),
  ];
}

/** Attempts that fold to the verdict. */
export function sampleAttempts(verdict: string, random: Random): readonly object[] {
  const ran = { durationMs: 900 + random.below(500), trace: sampleTrace(random, verdict !== 'pass') };
  const failed = {
    outcome: 'fail',
    message: 'the events until stop: expected 4 slices before stop, and 3 came',
    expected: 'start, dataavailable ×4, stop',
    actual: 'start, dataavailable ×3, stop',
    stack: 'at slices (suites/start/timeslice.spec.ts:41:12)\nat run (suites/kit/flow.ts:20:7)',
    ...ran,
  };
  switch (verdict) {
    case 'pass':
      return [{ outcome: 'pass', ...ran }];
    case 'fail':
      return [failed, failed];
    case 'flaky':
      return [failed, { outcome: 'pass', ...ran }];
    case 'timeout':
      return [{ outcome: 'timeout', message: 'the case did not end', lastStep: 'waiting for stop', ...ran }];
    case 'crash':
      return [{ outcome: 'crash', message: 'the page crashed', lastStep: 'start()', durationMs: 320 }];
    case 'blocked':
      return [{ outcome: 'blocked', message: 'no microphone: NotFoundError', durationMs: 4 }];
    case 'unsupported':
      return [{ outcome: 'unsupported', message: 'this browser has no RTCPeerConnection', durationMs: 3 }];
    default:
      return [{ outcome: 'harness-error', message: 'the lane did not answer', durationMs: 30 }];
  }
}
