import { surpriseOf, type KnownAs, type Results, type Target } from '../harness/protocol/index.ts';
import type { Failure } from './failures.ts';

/** Whether a target was held against expectations. */
export function isHeld({ cases, expectations }: Pick<Target, 'cases' | 'expectations'>): boolean {
  return expectations !== undefined || cases.some(({ expected }) => expected !== undefined);
}

/** A case that passed although it is known not to. */
export interface UnexpectedPass extends Failure {
  readonly known: KnownAs | undefined;
}

/** What passed although it is known not to. */
export function unexpectedPasses(results: Results): readonly UnexpectedPass[] {
  return results.targets.flatMap((target) =>
    target.cases
      .filter((result) => surpriseOf(result) === 'unexpected-pass')
      .map((result) => ({ target, result, known: result.known })),
  );
}

/** What is known of a case, in words; nothing where nothing is. */
export function knownWords(known: KnownAs | undefined): string {
  if (known === undefined) return '';
  const { outcomes, reason, link, at } = known;
  return `known as ${outcomes.join(' or ')}: ${reason}${link === undefined ? '' : ` ${link}`} (${at})`;
}

/** What is wrong with expectations themselves, with where it stands; the same file may have served several targets. */
export function expectationProblems(
  results: Results,
): readonly { readonly file: string; readonly line: number; readonly message: string }[] {
  const all = results.targets.flatMap(({ expectations }) => expectations?.problems ?? []);
  const known = new Set<string>();
  return all.filter(({ file, line, message }) => {
    const key = `${file}:${line}: ${message}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
