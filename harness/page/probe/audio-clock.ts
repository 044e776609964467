import type { Finding } from '../../protocol/index.ts';
import type { Measured } from './measured.ts';
import { within } from './within.ts';

const AUDIO_LIMIT_MS = 30_000;

/** Clocks advance in blocks of some 10 ms: this is long enough to tell 0.5 % from a block. */
const STEADY_MS = 5_000;
const QUICK_MS = 250;
const STEADY_WITHIN = 0.005;

/** A clock that stands still may only have been kept waiting by a busy machine: it is given longer and longer. */
const LONGER_MS = [2_000, 5_000, 10_000] as const;
const RUNNING_ABOVE = 0.1;

/** Whether an audio clock that was measured for long keeps real time. */
export function steadiness({ finding, rate }: Measured): Finding {
  if (rate === null || finding.status !== 'available') return finding;
  const evidence = `the audio clock runs at ${rate.toFixed(4)} of real time`;
  return { status: Math.abs(rate - 1) <= STEADY_WITHIN ? 'available' : 'blocked', evidence };
}

/** Whether an AudioContext's time goes on, and how fast; more exactly where that is wanted. */
export async function probeAudioClock(exactly: boolean): Promise<Measured> {
  if (typeof AudioContext === 'undefined') {
    return { finding: { status: 'unsupported', evidence: 'there is no AudioContext' }, rate: null };
  }
  const context = new AudioContext();
  try {
    const running = await within(AUDIO_LIMIT_MS, context.resume());
    if (running.kind === 'too late' || context.state !== 'running') {
      const evidence = `an AudioContext stayed ${context.state} for ${AUDIO_LIMIT_MS} ms: there is no audio output`;
      return { finding: { status: 'blocked', evidence }, rate: null };
    }
    return await measureClock(context, exactly ? STEADY_MS : QUICK_MS);
  } finally {
    await context.close();
  }
}

async function measureClock(context: AudioContext, ms: number): Promise<Measured> {
  const rate = await runningRate([ms, ...LONGER_MS], (window) => rateWithin(context, window));
  const evidence = `the audio clock runs at ${rate.toFixed(2)} of real time, ${context.sampleRate} Hz`;
  return { finding: { status: rate > RUNNING_ABOVE ? 'available' : 'blocked', evidence }, rate };
}

/** The first rate that shows a running clock, or else the last that was measured. */
export async function runningRate(
  windows: readonly number[],
  measure: (ms: number) => Promise<number>,
): Promise<number> {
  let rate = 0;
  for (const window of windows) {
    rate = await measure(window);
    if (rate > RUNNING_ABOVE) break;
  }
  return rate;
}

async function rateWithin(context: AudioContext, ms: number): Promise<number> {
  const [wall, audio] = [performance.now(), context.currentTime];
  while (performance.now() - wall < ms) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  return (context.currentTime - audio) / ((performance.now() - wall) / 1000);
}
