import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { changesFor, takesCase, type Expectation } from '../../core/index.ts';
import type { Manifest, Results, Target } from '../../protocol/index.ts';
import { CannotRunError, UsageError } from '../errors.ts';
import { makeFolder } from '../output.ts';
import { isForeign } from '../subjects/subject.ts';

type Addressed = Pick<Target, 'engine' | 'subject'>;

/** The file that speaks of a target: one per engine, and one more per engine for each recorder that is not its own. */
export function fileFor({ engine, subject }: Addressed): string {
  if (subject.kind === 'native') return `${engine}.yaml`;
  const name = basename(subject.name).replaceAll(/[^a-zA-Z0-9.-]+/g, '-');
  return `${engine}.${name}.yaml`;
}

/** Whether a folder of expectations is there; without one there is nothing to hold results against. */
export async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) {
    throw new UsageError(
      `there is no folder ${folder} with expectations; --update-expectations writes one from what a run brings`,
    );
  }
}

/** What is known of a target before it is run. */
export interface Known {
  readonly expectations: readonly Expectation[];
  /** The newest version of the browser that they were written against, if their file says so. */
  readonly writtenAgainst?: string;
}

/** The expectations for a target; none where there is no file for it. */
export async function readExpectations(folder: string, target: Addressed): Promise<Known> {
  const file = fileFor(target);
  // Few runs need to read YAML.
  const { parseFile } = await import('./parse.ts');
  const { placed, writtenAgainst } = parseFile(await textOf(join(folder, file)), file);
  return {
    expectations: placed.map(({ expectation }) => expectation),
    ...(writtenAgainst === undefined ? {} : { writtenAgainst: writtenAgainst.version }),
  };
}

/** Rewrites the files of expectations so that they say what was seen; names those that changed. */
export async function updateExpectations(
  results: Results,
  folder: string,
  manifest: Manifest,
): Promise<readonly string[]> {
  const { parseFile } = await import('./parse.ts');
  const { changeText, raiseVersion } = await import('./write.ts');
  const changed: string[] = [];
  const profile = String(results.options['profile']);
  for (const target of results.targets) {
    const run = { profile, foreign: isForeign(target.subject) };
    const unasked = new Set(manifest.cases.filter((entry) => !takesCase(entry, run)).map(({ id }) => id));
    const path = resolve(folder, fileFor(target));
    const text = await textOf(path);
    const { placed, writtenAgainst } = parseFile(text, fileFor(target));
    const changes = changesFor(
      placed.map(({ expectation }) => expectation),
      {
        results: target.cases,
        circumstances: { version: target.browser.version, platform: results.machine.platform },
        caseIds: manifest.cases.map(({ id }) => id),
        unasked,
      },
    );
    const entries = changeText(text === '' ? headerFor(target) : text, placed, changes);
    const now = isWhole(target, manifest, unasked)
      ? raiseVersion(entries, writtenAgainst, target.browser.version)
      : entries;
    if (now === text || (text === '' && changes.added.length === 0)) continue;
    await replaceFile(path, now);
    if (!changed.includes(path)) changed.push(path);
  }
  return changed;
}

function headerFor({ browser, subject }: Target): string {
  const whose = subject.kind === 'native' ? '' : ` with ${subject.name}`;
  return `# What is known not to pass in ${browser.name}${whose}, and why.\nwritten-against: ${browser.version}\n---\n`;
}

/** Whether a run had every case that a run of its profile has: of a part nothing follows for the rest. */
function isWhole({ complete, cases }: Target, manifest: Manifest, unasked: ReadonlySet<string>): boolean {
  const seen = new Set<string>(cases.map(({ id }) => id));
  return complete && manifest.cases.every(({ id }) => seen.has(id) || unasked.has(id));
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw new UsageError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Nobody ever sees half a file. */
async function replaceFile(path: string, text: string): Promise<void> {
  try {
    await makeFolder(resolve(path, '..'));
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  } catch (cause) {
    throw new CannotRunError(
      `cannot write ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
