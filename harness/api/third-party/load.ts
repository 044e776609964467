import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import * as v from 'valibot';
import { CaseEntry, decode, RuleSnapshot } from '../../protocol/index.ts';
import { UsageError } from '../errors.ts';
import { bundleSuites } from './bundle.ts';
import { built } from '../package-root.ts';

/** What suites of others declare, and the script that declares it in a page. */
export interface LoadedSuites {
  readonly stated: string;
  readonly rules: readonly RuleSnapshot[];
  readonly cases: readonly CaseEntry[];
  readonly script: string;
  /** Tells two versions of them apart. */
  readonly hash: string;
}

const Declared = v.object({
  suites: v.array(
    v.object({ id: v.string(), title: v.string(), rules: v.record(v.string(), v.looseObject({})) }),
  ),
  cases: v.map(v.string(), v.object({ entry: CaseEntry })),
});

const Kit = v.looseObject({
  declaredBy: v.pipe(v.function(), v.returns(Declared)),
});

/** The kit as it is built for pages and for this process alike. */
async function loadKit(): Promise<v.InferOutput<typeof Kit>> {
  const loaded: unknown = await import(pathToFileURL(built('kit', 'index.js')).href);
  return decode(Kit, loaded, 'the kit');
}

/** Bundles the suites of a folder, and lists what they declare; whatever is wrong with them comes up here. */
export async function loadSuites(stated: string, folder: string): Promise<LoadedSuites> {
  const kit = await loadKit();
  const { code, hash } = await bundleSuites(stated, { folder, kitNames: Object.keys(kit) });
  const { suites, cases } = declaredIn(stated, () => {
    const declare: unknown = runInThisContext(`(${code}\n)`, { filename: `--suite ${stated}` });
    return kit.declaredBy(() => {
      if (typeof declare === 'function') Reflect.apply(declare, undefined, [kit]);
    });
  });
  if (suites.length === 0)
    throw new UsageError(`--suite ${stated}: it declares no suite; call defineSuite with the rules`);
  const rules = suites.flatMap(({ id: section, title: sectionTitle, rules: own }) =>
    Object.entries(own).map(([id, rule]) =>
      decode(RuleSnapshot, { ...rule, id, section, sectionTitle }, `--suite ${stated}: the rule ${id}`),
    ),
  );
  const entries = [...cases.values()].map(({ entry }) => entry);
  const idle = rules.find(
    ({ id, untestable }) => untestable === undefined && !entries.some(({ rule }) => rule === id),
  );
  if (idle !== undefined)
    throw new UsageError(
      `--suite ${stated}: the rule ${idle.id} has no case; declare one, or say why none is possible in "untestable"`,
    );
  const script = `(globalThis[Symbol.for('mediarecorder-conformance.suites')] ??= []).push(${code}\n);\n`;
  return { stated, rules, cases: entries, script, hash };
}

/** Whatever a suite throws while it declares its cases is told as its own fault. */
function declaredIn<T>(stated: string, declare: () => T): T {
  try {
    return declare();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const hint =
      cause instanceof Error && cause.name === 'ReferenceError'
        ? '; its files are loaded outside of a page, too, so only cases may use what pages have'
        : '';
    throw new UsageError(`--suite ${stated}: it could not be loaded: ${why}${hint}`, { cause });
  }
}
