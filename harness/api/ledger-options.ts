import { ONCE, type Persistence } from '../core/index.ts';
import type {
  Attempt,
  CaseEntry,
  CaseResult,
  Declaration,
  Environment,
  Incident,
} from '../protocol/index.ts';

/** What happens in a target and must not be lost. */
export type LedgerEvent =
  | { readonly kind: 'probed'; readonly environment: Environment }
  | { readonly kind: 'declared'; readonly declaration: Declaration }
  | { readonly kind: 'attempt'; readonly case: CaseEntry['id']; readonly attempt: Attempt }
  | { readonly kind: 'incident'; readonly incident: Incident };

/** What an earlier part of the same run brought. */
export interface Restored {
  readonly attempts: ReadonlyMap<string, readonly Attempt[]>;
  readonly environment?: Environment;
  readonly declaration?: Declaration;
  readonly incidents: readonly Incident[];
}

/** How a ledger is kept; everything has a default. */
export interface LedgerOptions {
  readonly persistence: Persistence;
  readonly restored: Restored;
  /** Every rule that there is, which a declaration may name; not looked at where they are not given. */
  readonly rules?: readonly string[];
  /** Told of everything that must not be lost, as it comes. */
  readonly record: (event: LedgerEvent) => void;
  /** Holds a result against what is known beforehand. */
  readonly conclude: (result: CaseResult) => CaseResult;
}

/** A ledger that runs every case once and tells nobody. */
export const LEDGER_DEFAULTS: LedgerOptions = {
  persistence: ONCE,
  restored: { attempts: new Map(), incidents: [] },
  record: () => undefined,
  conclude: (result) => result,
};
