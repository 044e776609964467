import type { CaseResult, Target } from '../protocol/index.ts';

/** What happens in a run, as it happens. */
export type RunEvent =
  | { readonly kind: 'run-started'; readonly targets: readonly string[]; readonly cases: number }
  | {
      readonly kind: 'target-started';
      readonly target: string;
      readonly browser: string;
      readonly lanes: number;
    }
  | {
      readonly kind: 'case-finished';
      readonly target: string;
      readonly result: CaseResult;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'incident'; readonly target: string; readonly message: string }
  /** The subject could not be put into a page of the browser. */
  | { readonly kind: 'unfit'; readonly target: string; readonly message: string }
  | { readonly kind: 'target-finished'; readonly target: Target }
  | { readonly kind: 'note'; readonly message: string };

/** Takes events one by one. */
export type Listener = (event: RunEvent) => void;
