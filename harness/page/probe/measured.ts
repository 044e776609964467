import type { Finding } from '../../protocol/index.ts';

/** A finding with the rate that was measured for it. */
export interface Measured {
  readonly finding: Finding;
  readonly rate: number | null;
}
