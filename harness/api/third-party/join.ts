import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../protocol/index.ts';
import type { Roots } from '../../server/index.ts';
import { UsageError } from '../errors.ts';
import { loadManifest } from '../suite.ts';
import { loadSuites, type LoadedSuites } from './load.ts';

/** Which suites a command is about. */
export interface SuiteOptions {
  /** Folders of suites to run beside the package's own. */
  readonly suites?: readonly string[];
  /** Whether the package's own suite is run beside them, as it is unless this is false. */
  readonly builtIn?: boolean;
}

/** Everything that can be run: the package's own suite, and those of others. */
export interface JoinedSuites {
  readonly manifest: Manifest;
  readonly others: readonly LoadedSuites[];
  /** The ids of all rules that are known, whether they can be run here or not. */
  readonly ruleIds: readonly string[];
}

/** Loads the package's own suite and those that are named beside it. */
export async function joinSuites(
  { suites = [], builtIn = true }: SuiteOptions,
  folder: string,
): Promise<JoinedSuites> {
  const own = await loadManifest();
  if (!builtIn && suites.length === 0)
    throw new UsageError('--no-built-in leaves nothing to run; name a folder of suites with --suite');
  const others: LoadedSuites[] = [];
  for (const stated of suites) others.push(await loadSuites(stated, folder));
  const taken = new Map(own.rules.map(({ section }) => [section, "the package's own suite"]));
  for (const { stated, rules } of others)
    for (const section of new Set(rules.map((rule) => rule.section))) {
      const owner = taken.get(section);
      if (owner !== undefined)
        throw new UsageError(
          `--suite ${stated}: ${owner} has a section "${section}" already; give it another id`,
        );
      taken.set(section, `--suite ${stated}`);
    }
  const hashes = others.flatMap(({ rules, hash }) => rules.map(({ section }) => [section, hash] as const));
  const manifest = {
    suite: { ...own.suite, ...(others.length === 0 ? {} : { others: Object.fromEntries(hashes) }) },
    rules: [...(builtIn ? own.rules : []), ...others.flatMap(({ rules }) => rules)],
    cases: [...(builtIn ? own.cases : []), ...others.flatMap(({ cases }) => cases)],
  };
  const ruleIds = [...own.rules, ...others.flatMap(({ rules }) => rules)].map(({ id }) => id);
  return { manifest, others, ruleIds };
}

/** Puts the scripts of other suites where they are served; gives their addresses. */
export async function serveSuites(
  others: readonly LoadedSuites[],
  scratch: string,
): Promise<{ readonly roots: Roots; readonly scripts: readonly string[] }> {
  const names = others.map((_, index) => `suite-${index + 1}`);
  for (const [index, { script }] of others.entries()) {
    const output = join(scratch, names[index] ?? '');
    await mkdir(output, { recursive: true });
    await writeFile(join(output, 'suite.js'), script);
  }
  return {
    roots: Object.fromEntries(names.map((name) => [name, join(scratch, name)])),
    scripts: names.map((name) => `/${name}/suite.js`),
  };
}
