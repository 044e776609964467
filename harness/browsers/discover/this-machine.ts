import { execFile } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { access, readFile, readdir, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import type * as Playwright from 'playwright-core';
import * as v from 'valibot';
import { decodeJson } from '../../protocol/index.ts';
import type { Engine } from '../../protocol/index.ts';
import type { Answer, Host, HostFiles, PlaywrightBuild } from './host.ts';

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

function ask(command: readonly string[], limitMs: number): Promise<Answer> {
  const [program = '', ...args] = command;
  const options = {
    timeout: limitMs,
    killSignal: 'SIGKILL',
    maxBuffer: 64 * 1024,
    windowsHide: true,
  } as const;
  return new Promise((resolve) => {
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      const output = `${stdout}\n${stderr}`;
      if (error === null) resolve({ kind: 'exited', code: 0, output });
      else if (typeof error.code === 'number') resolve({ kind: 'exited', code: error.code, output });
      else if (child.killed)
        resolve({ kind: 'no-answer', reason: `did not answer within ${limitMs / 1000} s` });
      else resolve({ kind: 'no-answer', reason: `could not be started (${error.code ?? error.message})` });
    });
    child.stdin?.end();
  });
}

/** The machine that this process runs on. */
export function thisMachine(env: Host['env'] = process.env): Host {
  const { platform, arch } = process;
  const isRoot = process.getuid?.() === 0;
  return { platform, arch, home: homedir(), isRoot, env, files, ask, playwright };
}
