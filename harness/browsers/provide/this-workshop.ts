import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createBrotliDecompress } from 'node:zlib';
import { playwrightFolder, thisMachine } from '../discover/index.ts';
import type { Host } from '../discover/index.ts';
import type { Reachability } from './facts.ts';
import type { Ended, Running, Workshop, WorkshopFiles } from './workshop.ts';

const KEPT_LINES = 40;
/** How long a program that was asked to end may take; a package manager finishes what it is writing. */
const PATIENCE_MS = 60_000;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

async function claim(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

async function ageMs(file: string): Promise<number | undefined> {
  try {
    return Date.now() - (await stat(file)).mtimeMs;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

const files: WorkshopFiles = {
  makeFolder: async (folder) => void (await mkdir(folder, { recursive: true })),
  write: (file, text, mode = 0o644) => writeFile(file, text, { mode }),
  claim,
  touch: (file) => utimes(file, new Date(), new Date()),
  ageMs,
  rename,
  remove: (file) => rm(file, { recursive: true, force: true }),
  unpackBrotli: (from, to) =>
    pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 })),
};

/** Gives whole lines to a listener; a progress bar that rewrites its line makes many. */
function liner(listen: (line: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = `${rest}${chunk}`.split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') listen(line.trim());
  };
}

function run(
  env: Host['env'],
  command: readonly string[],
  running: Running,
  signal: AbortSignal,
): Promise<Ended> {
  const [program = '', ...args] = command;
  const terminal = running.terminal === true;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    // A group of its own keeps the terminal's Ctrl-C from the program: how it ends is decided here.
    const child = spawn(program, args, {
      detached: !terminal,
      env: { ...env, ...running.env },
      stdio: [terminal ? 'inherit' : 'ignore', 'pipe', 'pipe'],
    });
    const lastLines: string[] = [];
    const listen = (line: string): void => {
      lastLines.push(line);
      if (lastLines.length > KEPT_LINES) lastLines.shift();
      running.onLine?.(line);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', liner(listen));
    const end = (how: NodeJS.Signals): void => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      if (terminal) child.kill(how);
      else process.kill(-child.pid, how);
    };
    let impatience: NodeJS.Timeout | undefined;
    const abort = (): void => {
      end(running.ending === 'gentle' ? 'SIGTERM' : 'SIGKILL');
      impatience = setTimeout(() => end('SIGKILL'), PATIENCE_MS);
    };
    signal.addEventListener('abort', abort, { once: true });
    const settle = (ended: Ended): void => {
      clearTimeout(impatience);
      signal.removeEventListener('abort', abort);
      if (signal.aborted) reject(signal.reason);
      else resolve(ended);
    };
    child.once('error', (error) => settle({ kind: 'not-started', reason: error.message }));
    child.once('close', (code) => settle({ kind: 'exited', code: code ?? 1, lastLines }));
  });
}

async function reach(env: Host['env'], url: string, limitMs: number): Promise<Reachability> {
  const proxied = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].some(
    (name) => (env[name] ?? '') !== '',
  );
  // Node's own fetch ignores proxies, so only the installer itself can tell.
  if (proxied) return 'unknown';
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(limitMs) });
    return answer.ok ? 'reachable' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

/** The workshop of the machine that this process runs on. */
export function thisWorkshop(host: Host = thisMachine()): Workshop {
  return {
    host,
    files,
    pid: process.pid,
    playwrightInstaller: [process.execPath, path.join(playwrightFolder(), 'cli.js')],
    run: (command, running, signal) => run(host.env, command, running, signal),
    reach: (url, limitMs) => reach(host.env, url, limitMs),
    isAlive,
    pause: (ms, signal) => pause(ms, undefined, { signal }),
  };
}
