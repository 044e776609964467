/** Finds the packages that are inside built files, and reads their licences. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { decodeJson } from '../../harness/protocol/index.ts';

/** A built file, and what it was made from; paths are relative to the root of the project. */
export interface BuiltFile {
  readonly file: string;
  readonly from: readonly string[];
}

/** A package of which something is in built files. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The whole text of its licence. */
  readonly text: string;
  /** Where its source is. */
  readonly source: string | undefined;
  /** The built files that have it inside. */
  readonly files: readonly string[];
  /** The package that brings it along in a file of its own, if that is how it came. */
  readonly inside: string | undefined;
  /** Copyright notices in the comments of its files, which bundles leave out. */
  readonly comments: readonly string[];
}

/** A package cannot be shipped, because its licence is not known; the message says what to do. */
export class LicenceError extends Error {
  override readonly name = 'LicenceError';
}

/** What a package's own build puts into its files without a trace of where it comes from. */
const UNMARKED: Readonly<Record<string, readonly string[]>> = {
  // Its build for browsers replaces modules of Node with these.
  mocha: ['base64-js', 'buffer', 'ieee754', 'process'],
};

const PACKAGE = /^(.*node_modules\/)((?:@[^/]+\/)?[^/]+)/;
const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;
const SCRIPT = /\.[cm]?[jt]sx?$/;

const SourceMap = v.object({ sources: v.array(v.nullable(v.string())) });
const PackageFile = v.object({
  name: v.string(),
  version: v.string(),
  license: v.exactOptional(v.string()),
  homepage: v.exactOptional(v.string()),
  repository: v.exactOptional(v.union([v.string(), v.object({ url: v.string() })])),
});

/** All packages of which something is in built files, by their names. */
export async function bundledPackages(
  root: string,
  built: readonly BuiltFile[],
): Promise<readonly BundledPackage[]> {
  const packages: BundledPackage[] = [];
  for (const [folder, { from, files }] of byPackage(built)) {
    const { inside, comments } = await contentsOf(root, from);
    const outer = await readPackage(root, folder, { files, comments, inside: undefined });
    packages.push(outer);
    const names = new Set([...inside, ...(UNMARKED[outer.name] ?? [])]);
    for (const name of names) {
      const found = [`${folder}/node_modules/${name}`, `node_modules/${name}`].find((place) =>
        existsSync(join(root, place)),
      );
      if (found === undefined)
        throw new LicenceError(
          `${outer.name} ${outer.version} has ${name} inside, which is not installed: add it to devDependencies, so that its licence can be shipped`,
        );
      const within = `${outer.name} ${outer.version}`;
      packages.push(await readPackage(root, found, { files, comments: [], inside: within }));
    }
  }
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Use {
  readonly from: Set<string>;
  readonly files: Set<string>;
}

/** The files of packages by the package's folder; the project's own are left out. */
function byPackage(built: readonly BuiltFile[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const { file, from } of built)
    for (const input of from) {
      const [folder] = PACKAGE.exec(input) ?? [];
      if (folder === undefined) continue;
      const use = uses.get(folder) ?? { from: new Set(), files: new Set() };
      uses.set(folder, use);
      use.from.add(input);
      use.files.add(file);
    }
  return uses;
}

interface Contents {
  readonly inside: ReadonlySet<string>;
  readonly comments: readonly string[];
}

/** What a package's files have inside: other packages, as their source maps and markers say, and notices. */
async function contentsOf(root: string, files: ReadonlySet<string>): Promise<Contents> {
  const inside = new Set<string>();
  const comments = new Set<string>();
  for (const file of files) {
    if (!SCRIPT.test(file)) continue;
    const text = await readFile(join(root, file), 'utf8');
    const map = join(root, `${file}.map`);
    const mapped = existsSync(map) ? decodeJson(SourceMap, await readFile(map, 'utf8'), map).sources : [];
    for (const source of [...markedSources(text), ...mapped]) {
      const [, , name] = PACKAGE.exec(source ?? '') ?? [];
      if (name !== undefined) inside.add(name);
    }
    for (const comment of copyrightComments(text)) comments.add(comment);
  }
  return { inside, comments: [...comments] };
}

/** The files that a bundler names in comments above what it took from them. */
function markedSources(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*\/\/ (\S*node_modules\/\S+)$/gm)].map(([, source = '']) => source);
}

/** The comments of a script that speak of copyright, without the signs that make them comments. */
export function copyrightComments(text: string): readonly string[] {
  const comments = text.matchAll(/^[ \t]*\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*(?:\n|$))+/gm);
  return [...comments]
    .map(([comment]) => comment.replaceAll(/^[ \t]*(?:\/\*+!?|\*+\/|\*|\/\/+)[ \t]?|\*\/$/gm, '').trim())
    .filter((comment) => /copyright|@licen[cs]e\b/i.test(comment));
}

type Circumstances = Pick<BundledPackage, 'comments' | 'inside'> & { readonly files: ReadonlySet<string> };

async function readPackage(
  root: string,
  folder: string,
  { files, comments, inside }: Circumstances,
): Promise<BundledPackage> {
  const place = join(root, folder);
  const file = join(place, 'package.json');
  const { name, version, license, homepage, repository } = decodeJson(
    PackageFile,
    await readFile(file, 'utf8'),
    file,
  );
  const licenceFile = (await readdir(place)).find((entry) => LICENCE_FILE.test(entry));
  if (license === undefined || licenceFile === undefined)
    throw new LicenceError(
      `${name} ${version} is in ${[...files].join(', ')}, but ${license === undefined ? 'its package.json names no licence' : 'its package has no licence text'}: find out what its licence is before you ship it`,
    );
  const text = (await readFile(join(place, licenceFile), 'utf8')).trim();
  const url = typeof repository === 'object' ? repository.url : repository;
  return {
    name,
    version,
    licence: license,
    text,
    source: url ?? homepage,
    files: [...files].sort(),
    inside,
    comments: comments.filter((comment) => !text.includes(comment)),
  };
}
