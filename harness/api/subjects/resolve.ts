import type { Roots } from '../../server/index.ts';
import { UsageError } from '../errors.ts';
import type { SubjectOptions } from '../run-options.ts';
import { builtInSubject } from './built-in.ts';
import { mountedRoots } from './mounts.ts';
import { resolvePolyfill } from './polyfill.ts';
import { NATIVE, type ResolvedSubject } from './subject.ts';

/** Every recorder that a run tests, and the folders that have to be served for them. */
export interface ResolvedSubjects {
  readonly subjects: readonly ResolvedSubject[];
  readonly roots: Roots;
}

/** Finds what is to be tested before any browser is started; bundles are put into a folder of the run's own. */
export async function resolveSubjects(
  { subjects, polyfills = [], native = true, mounts = {} }: SubjectOptions,
  { folder, scratch }: { readonly folder: string; readonly scratch: string },
): Promise<ResolvedSubjects> {
  const stated = await Promise.all((subjects ?? []).map(builtInSubject));
  // Whoever names subjects has chosen; else the browser's own recorder is what a polyfill is held against.
  const own = subjects === undefined && (native || polyfills.length === 0) ? [NATIVE] : [];
  if (!native && polyfills.length === 0 && stated.length === 0) {
    throw new UsageError('--no-native leaves nothing to test; name a recorder with --polyfill or --subject');
  }
  const resolved = await Promise.all(
    polyfills.map((polyfill, index) => resolvePolyfill(polyfill, { folder, scratch, nth: index + 1 })),
  );
  return {
    subjects: [...own, ...stated, ...resolved.map(({ subject }) => subject)],
    roots: Object.assign(mountedRoots(mounts, folder), ...resolved.map(({ roots }) => roots)),
  };
}
