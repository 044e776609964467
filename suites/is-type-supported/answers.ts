import type { Mutant } from '../../fixtures/recorders/install.ts';
import type { Algorithms } from '../../fixtures/recorders/reference/algorithms/index.ts';
import { altered } from '../../fixtures/recorders/mutants/make.ts';

/** A recorder that answers otherwise when it is asked whether a type is supported. */
export function answering(
  rule: string,
  misdeed: string,
  answer: (normal: Algorithms['isTypeSupported'], type: string, defer: boolean) => boolean,
): Mutant {
  return altered(`is-type-supported.${rule}`, misdeed, ({ isTypeSupported }) => ({
    isTypeSupported: (type, defer) => answer(isTypeSupported, type, defer),
  }));
}
