/** How long the harness waits before it gives something up. None of these proves anything about a rule. */
export interface Patience {
  /** How often a page and its lanes give a sign of life. */
  readonly beatMs: number;
  /** How often the harness looks who has fallen silent. */
  readonly checkMs: number;
  /** How long a page or a lane that has been heard before may say nothing. */
  readonly silenceMs: number;
  /** How long a lane may be at one case, whatever signs of life it gives; beyond every limit that a case has. */
  readonly busyMs: number;
  /** How long a page or a lane may take until it is heard for the first time. */
  readonly startMs: number;
  /** How long a subject may take to install itself in a page. */
  readonly installMs: number;
  /** How many starts in a row may bring nothing at all before a target is left incomplete. */
  readonly fruitlessStarts: number;
}

/** The longest time that a timer takes: more than three weeks. */
export const FOR_EVER_MS = 2 ** 31 - 1;

/** For whoever stops in the middle of a case to look around: nobody is given up. */
export const UNHURRIED: Patience = {
  beatMs: 500,
  checkMs: 1_000,
  silenceMs: FOR_EVER_MS,
  busyMs: FOR_EVER_MS,
  startMs: FOR_EVER_MS,
  installMs: FOR_EVER_MS,
  fruitlessStarts: 1,
};

/** Generous, for machines that are busy with something else. */
export const PATIENCE: Patience = {
  beatMs: 500,
  checkMs: 1_000,
  silenceMs: 15_000,
  busyMs: 300_000,
  startMs: 120_000,
  installMs: 60_000,
  fruitlessStarts: 3,
};
