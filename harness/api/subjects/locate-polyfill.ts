import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import * as v from 'valibot';
import { decodeJson } from '../../protocol/index.ts';
import { UsageError } from '../errors.ts';

const SCRIPTS = ['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx'];

/** What a polyfill on the command line is: a file, or the name of an installed package. */
export type Place =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'package'; readonly name: string };

/** Tells files from packages as Node does: a package's name is no path, and no file of that name is there. */
export function placeOf(stated: string, folder: string): Place {
  const path = resolve(folder, stated);
  if (existsSync(path)) {
    if (statSync(path).isFile()) return { kind: 'file', path };
    throw new UsageError(
      `--polyfill ${stated}: ${path} is a folder; name the file in it that is to be tested`,
    );
  }
  if (isAbsolute(stated) || stated.startsWith('.') || SCRIPTS.includes(extname(stated))) {
    throw new UsageError(`--polyfill ${stated}: there is no file ${path}`);
  }
  return { kind: 'package', name: stated };
}

const Package = v.object({ name: v.exactOptional(v.string()), version: v.exactOptional(v.string()) });

/** The version of the package that a file belongs to, if it is the one that was asked for. */
export async function versionOf(name: string, file: string): Promise<string | undefined> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const found = decodeJson(Package, await readFile(manifest, 'utf8'), manifest);
      if (found.name === name) return found.version;
    }
    if (dirname(folder) === folder) return undefined;
  }
}
