/** Lets a build do only what an edit reaches. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { decodeJson } from '../harness/protocol/index.ts';
import type { BuiltFile } from './notice/packages.ts';

const State = v.record(
  v.string(),
  v.object({
    fingerprint: v.string(),
    built: v.array(v.object({ file: v.string(), from: v.array(v.string()) })),
  }),
);

/** Files of these names go into nothing that is built. */
const UNREAD = /\.(test\.ts|md|png|golden)$/;

/** A fingerprint of the names and contents of files and of everything below folders. */
async function fingerprintOf(root: string, places: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of await filesAt(root, place)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesAt(root: string, place: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, place), { recursive: true, withFileTypes: true }).catch(() => []);
  if (entries.length === 0) return existsSync(join(root, place)) ? [place] : [];
  return entries
    .filter((entry) => entry.isFile() && !UNREAD.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** One part of a build. */
export interface Step {
  readonly name: string;
  /** The files and folders that it reads. */
  readonly reads: readonly string[];
  /** What it makes beside the files that it gives back. */
  readonly makes: readonly string[];
  readonly make: () => Promise<readonly BuiltFile[]>;
}

/** The steps of a build, with what they read and made the last time. */
export class BuildSteps {
  readonly #root: string;
  readonly #file: string;
  #state: v.InferOutput<typeof State>;

  private constructor(root: string, file: string, state: v.InferOutput<typeof State>) {
    this.#root = root;
    this.#file = file;
    this.#state = state;
  }

  /** Takes up the state that the last build left in a file. */
  static async open(root: string, file: string): Promise<BuildSteps> {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    return new BuildSteps(root, file, decodeJson(State, text, file));
  }

  /** Does a step unless it reads what it read the last time and all that it made is still there. */
  async run({ name, reads, makes, make }: Step): Promise<readonly BuiltFile[]> {
    const fingerprint = await fingerprintOf(this.#root, reads);
    const before = this.#state[name];
    const made = [...makes, ...(before?.built ?? []).map(({ file }) => file)];
    const isThere = made.every((file) => existsSync(join(this.#root, file)));
    if (before?.fingerprint === fingerprint && isThere) return before.built;
    const built = await make();
    this.#state = {
      ...this.#state,
      [name]: { fingerprint, built: built.map(({ file, from }) => ({ file, from: [...from] })) },
    };
    await mkdir(dirname(this.#file), { recursive: true });
    await writeFile(this.#file, JSON.stringify(this.#state));
    return built;
  }
}

const COMPILED = /\.(?:js|d\.ts)$/;

/** Deletes what was compiled from sources that are gone: tests would run it, and the package would ship it. */
export async function deleteStale(root: string, folders: readonly string[]): Promise<readonly string[]> {
  const deleted: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(join(root, 'dist', folder), { recursive: true }).catch(() => []);
    for (const name of entries.filter((each) => COMPILED.test(each))) {
      const source = join(root, folder, name).replace(COMPILED, '');
      if (['.ts', '.tsx', '.d.ts'].some((ending) => existsSync(`${source}${ending}`))) continue;
      await rm(join(root, 'dist', folder, name));
      deleted.push(join(folder, name));
    }
  }
  return deleted;
}
