import type { ToneClock } from '../../fixtures/streams/sources/index.ts';
import type { AudioReading } from '../../fixtures/streams/reading/reading.ts';
import { STEP_SECONDS } from '../../fixtures/streams/codes/tone-code.ts';

/** Which step of the tone code sounds at a time of a source's clock. */
export function stepAt({ startedAt }: Pick<ToneClock, 'startedAt'>, time: number): number {
  return Math.floor((time - startedAt) / STEP_SECONDS);
}

/** The first step of the tone code that can be told in a recording. */
export function firstStepOf({ runs }: Pick<AudioReading, 'runs'>): number {
  return runs.find(({ firstStep }) => firstStep !== null)?.firstStep ?? Number.POSITIVE_INFINITY;
}

/** The last step of the tone code that can be told in a recording. */
export function lastStepOf({ runs }: Pick<AudioReading, 'runs'>): number {
  const last = runs.findLast(({ firstStep }) => firstStep !== null);
  return last === undefined ? Number.NEGATIVE_INFINITY : (last.firstStep ?? 0) + last.tones - 1;
}
