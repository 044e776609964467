import type { Measured } from './measured.ts';
import { within } from './within.ts';

const AUDIO_LIMIT_MS = 30_000;

/** Whether an AudioContext's time goes on, and how fast. */
export async function probeAudioClock(): Promise<Measured> {
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
    return await measureClock(context);
  } finally {
    await context.close();
  }
}

async function measureClock(context: AudioContext): Promise<Measured> {
  const [wall, audio] = [performance.now(), context.currentTime];
  while (performance.now() - wall < 500) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  const rate = (context.currentTime - audio) / ((performance.now() - wall) / 1000);
  const evidence = `the audio clock runs at ${rate.toFixed(2)} of real time, ${context.sampleRate} Hz`;
  return { finding: { status: rate > 0.1 ? 'available' : 'blocked', evidence }, rate };
}
