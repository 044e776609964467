/**
 * The only wall-clock figures of the suite. None of them proves anything by itself: they bound how long
 * a case waits before it looks for proof, or before the harness gives up on it. All are generous.
 */
export const LIMITS = {
  /** How long an awaited event may take before a control recording is made to find out whether it is missing. */
  patienceMs: 2_500,
  /** How long a control recording may take before it counts as failed itself. */
  controlMs: 12_000,
  /** How long a case that is over waits for media before it stops a recorder that it left running. */
  farewellMs: 2_000,
  /** How long garbage is made before it counts as never collected. */
  collectionMs: 15_000,
  /** How long a media element that plays a recording may stand still. */
  playMs: 15_000,
  /** How long one case may take in all. */
  caseMs: 60_000,
} as const;
