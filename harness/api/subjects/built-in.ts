import { UsageError } from '../errors.ts';
import { loadBuiltIn } from '../suite.ts';
import { NATIVE, subjectOf, type ResolvedSubject } from './subject.ts';

const MUTANT = 'mutant:';

/** The recorder that a name on the command line stands for: native, reference, or mutant:NAME. */
export async function builtInSubject(name: string): Promise<ResolvedSubject> {
  if (name === 'native') return NATIVE;
  const { version, reference, mutants } = await loadBuiltIn();
  if (name === 'reference') {
    if (reference === null) throw new UsageError('this build holds no reference recorder');
    return subjectOf({ kind: 'reference', name: 'reference', version, hash: reference.hash }, true, [
      { src: '/bundle/reference.js', type: 'classic' },
    ]);
  }
  const mutant = name.startsWith(MUTANT) ? name.slice(MUTANT.length) : undefined;
  if (mutant === undefined) {
    throw new UsageError(`there is no subject "${name}"; there are: native, reference, mutant:NAME`);
  }
  if (!mutants.list.some((each) => each.name === mutant)) {
    const names = mutants.list.map((each) => each.name).join(', ');
    throw new UsageError(`there is no mutant "${mutant}"; there are: ${names}`);
  }
  return subjectOf({ kind: 'mutant', name: mutant, version, hash: mutants.hash }, true, [
    { src: '/bundle/mutants.js', type: 'classic' },
  ]);
}
