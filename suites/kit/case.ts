import type { SourceName } from '../../fixtures/streams/sources/index.ts';
import type { CaseEntry, Need, Profile } from '../../harness/protocol/index.ts';
import type { Context } from './context.ts';

/** What is combined to make cases: names with their values. */
export type Axes = Readonly<Record<string, readonly (string | number | boolean)[]>>;
/** One combination of the values. */
export type Point<A extends Axes> = { readonly [K in keyof A]: A[K][number] };

/** How a rule is turned into cases: one for each combination of the values in `over`. */
export interface CaseOptions<A extends Axes> {
  readonly over?: A;
  /** What it needs beside what its `source` needs. */
  readonly needs?: readonly Need[];
  /**
   * `full` keeps it out of ordinary runs: it takes long, or another case of its rule tells nearly as much. `foreign`
   * keeps it for recorders other than the browser's own.
   */
  readonly profile?: Profile | ((point: Point<A>) => Profile);
  /** Measures something, so that nothing else may run beside it. */
  readonly alone?: boolean;
  /** How many assertions it must reach at least. */
  readonly assertions?: number;
  /** How long it may take, if longer than others. */
  readonly limitMs?: number;
}

/** A case with its body, as the page runs it. */
export interface Case {
  readonly entry: CaseEntry;
  readonly assertions: number;
  /** It passes only if it has measured something. */
  readonly measures: boolean;
  readonly limitMs: number;
  readonly run: (t: Context) => Promise<void>;
}

/** One source of each kind: video, audio, and both together. */
export const EVERY_KIND = ['canvas', 'tone', 'both'] as const satisfies readonly SourceName[];
