import type { RuleName } from '../catalogue.ts';

/** Why a statement needs no rule of its own: the rules that hold it already, or the reason why none can exist. */
export type Account = readonly RuleName[] | string;

/** One statement of a source, with the rules that check it or the reason why none does. */
export interface Covered {
  readonly source: string;
  readonly statement: string;
  readonly url: string;
  readonly level?: 'must' | 'should' | 'may' | 'will';
  readonly rules: readonly string[];
  readonly reason?: string;
}
