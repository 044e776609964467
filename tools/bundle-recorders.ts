import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import * as v from 'valibot';
import { decode } from '../harness/protocol/index.ts';
import { bundle, hashOf, PAGE_BUNDLE } from './bundle.ts';
import type { BuiltFile } from './notice/packages.ts';

const Recorders = v.object({
  MUTANTS: v.record(
    v.string(),
    v.object({
      breaks: v.array(v.string()),
      where: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
      misdeed: v.string(),
      over: v.exactOptional(v.literal('native')),
    }),
  ),
});

/** The source text of a script that hands a module over to the fitting of its realm. */
function handOver(file: string, what: string, root: string): NonNullable<BuildOptions['stdin']> {
  return {
    contents: `import * as subject from ${JSON.stringify(file)};
      globalThis[Symbol.for('mediarecorder-conformance')].provide(${what});`,
    resolveDir: root,
    loader: 'ts',
  };
}

/** The recorders that come with the suite: what the harness has to know of them, and their bundles. */
interface BuiltRecorders {
  readonly facts: object;
  readonly built: readonly BuiltFile[];
}

/** Bundles the recorders that come with the suite. */
export async function bundleRecorders(
  root: string,
  output: string,
  scratch: string,
): Promise<BuiltRecorders> {
  const source = join(root, 'fixtures', 'recorders');
  const [reference, mutants] = [join(source, 'reference', 'index.ts'), join(root, 'suites', 'mutants.ts')];
  const hasReference = existsSync(reference);
  const list = join(scratch, 'mutants.mjs');
  const script = (name: string, source: string): Promise<BuiltFile> =>
    bundle(root, join(output, name), { ...PAGE_BUNDLE, stdin: handOver(source, 'subject', root) });
  const [built] = await Promise.all([
    Promise.all([
      ...(hasReference ? [script('reference.js', reference)] : []),
      // All in one: there are hundreds, and what they share is far larger than what they differ in.
      script('mutants.js', mutants),
    ]),
    build({
      bundle: true,
      format: 'esm',
      // Only listed here, never run; what they import is made for browsers.
      platform: 'browser',
      target: 'node20',
      logLevel: 'warning',
      entryPoints: [mutants],
      outfile: list,
    }),
  ]);
  const loaded: unknown = await import(`${pathToFileURL(list).href}?${Date.now()}`);
  const { MUTANTS } = decode(Recorders, loaded, 'the mutants');
  const facts = {
    reference: hasReference ? { hash: await hashOf(join(output, 'reference.js')) } : null,
    mutants: {
      hash: await hashOf(join(output, 'mutants.js')),
      list: Object.entries(MUTANTS).map(([name, mutant]) => ({ name, ...mutant })),
    },
  };
  return { facts, built };
}
