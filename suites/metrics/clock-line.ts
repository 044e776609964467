import type { ToneClock } from '../../fixtures/streams/sources/index.ts';

/** How often both clocks are read; blocks of audio are longer than this. */
const READ_EVERY_MS = 5;

/**
 * Relates an audio clock to `performance.now()`. Audio time jumps from block to block, so many readings are
 * taken and a line is laid through them.
 */
export class ClockLine {
  readonly #readings: { readonly audio: number; readonly ms: number }[] = [];
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(tones: ToneClock) {
    const read = (): void => {
      this.#readings.push({ audio: tones.clock(), ms: performance.now() });
    };
    read();
    this.#timer = setInterval(read, READ_EVERY_MS);
  }

  /** Ends the readings; what comes back tells the millisecond at which the audio clock came to a time. */
  end(): (audio: number) => number {
    clearInterval(this.#timer);
    const count = this.#readings.length;
    const mean = (of: 'audio' | 'ms'): number =>
      this.#readings.reduce((sum, reading) => sum + reading[of], 0) / count;
    const [audioMean, msMean] = [mean('audio'), mean('ms')];
    let [covariance, variance] = [0, 0];
    for (const { audio, ms } of this.#readings) {
      covariance += (audio - audioMean) * (ms - msMean);
      variance += (audio - audioMean) ** 2;
    }
    const slope = variance === 0 ? 1_000 : covariance / variance;
    return (audio) => msMean + (audio - audioMean) * slope;
  }
}
