/** What a run goes by. */
export interface Clock {
  /** The time of day, which somebody may set. */
  now(): Date;
  /** Milliseconds that have passed, which nobody can turn back. */
  passed(): number;
}

/** The clocks of this machine. */
export const MACHINE_CLOCK: Clock = { now: () => new Date(), passed: () => performance.now() };
