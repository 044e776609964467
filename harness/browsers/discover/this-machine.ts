import { createReadStream, readFileSync } from 'node:fs';
import { access, readFile, readdir, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import type * as Playwright from 'playwright-core';
import * as v from 'valibot';
import { decodeJson } from '../../protocol/index.ts';
import type { Engine } from '../../protocol/index.ts';
import { askProgram } from './ask-program.ts';
import type { Host, HostFiles, PlaywrightBuild } from './host.ts';

const requireHere = createRequire(import.meta.url);
const BuildList = v.object({
  browsers: v.array(v.object({ name: v.string(), browserVersion: v.exactOptional(v.string()) })),
});

/** The folder of the installed Playwright library, which brings its own installer. */
export function playwrightFolder(): string {
  return path.dirname(requireHere.resolve('playwright-core/package.json'));
}

/** Playwright throws, or answers with nothing, where it has no build for a platform. */
function executablePath(engine: Engine): string | undefined {
  try {
    // Loaded when it is asked for, since few machines have its builds.
    const library: typeof Playwright = requireHere('playwright-core');
    const file = library[engine].executablePath();
    return file === '' ? undefined : file;
  } catch {
    return undefined;
  }
}

function playwright(engine: Engine): PlaywrightBuild | undefined {
  const list = path.join(playwrightFolder(), 'browsers.json');
  const { browsers } = decodeJson(BuildList, readFileSync(list, 'utf8'), list);
  const version = browsers.find(({ name }) => name === engine)?.browserVersion;
  const executable = executablePath(engine);
  return version === undefined || executable === undefined ? undefined : { executable, version };
}

/** What a promise gives, or something else where there is nothing to be had. */
async function or<T>(promise: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await promise;
  } catch {
    return otherwise;
  }
}

async function contains(file: string, text: string): Promise<boolean> {
  let tail = '';
  for await (const chunk of createReadStream(file, 'latin1')) {
    const seen = `${tail}${String(chunk)}`;
    if (seen.includes(text)) return true;
    tail = seen.slice(-text.length);
  }
  return false;
}

const files: HostFiles = {
  exists: (file) =>
    or(
      access(file).then(() => true),
      false,
    ),
  read: (file) => or<string | undefined>(readFile(file, 'utf8'), undefined),
  list: (folder) => or<readonly string[]>(readdir(folder), []),
  realPath: (file) => or(realpath(file), file),
  contains: (file, text) => or(contains(file, text), false),
};

/** Shared by all looks at this machine in one process. */
const unanswered = new Set<string>();

function after(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}

/** The user's home; a user without a name has none where HOME does not say one. */
export function homeOfUser(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** How a look at this machine differs from the usual one. */
export interface Look {
  readonly env?: Host['env'];
  /** Takes what there is to say while something takes long; nothing is said if not given. */
  readonly tell?: ((line: string) => void) | undefined;
}

/** The machine that this process runs on. */
export function thisMachine({ env = process.env, tell = () => undefined }: Look = {}): Host {
  const { platform, arch } = process;
  const isRoot = process.getuid?.() === 0;
  const own = { platform, arch, home: homeOfUser() ?? tmpdir(), isRoot, env, files };
  return { ...own, ask: askProgram, unanswered, after, tell, playwright };
}
