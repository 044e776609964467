import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { built } from '../../api/package-root.ts';

/** The command line's program, of the sources or of the build, whichever runs. */
export const MAIN = import.meta.url.endsWith('.ts')
  ? fileURLToPath(new URL('../main.ts', import.meta.url))
  : built('cli', 'main.js');

/** How a process of the command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a process of its own, without npm's environment around it. */
export function command(
  args: readonly string[],
  {
    env = {},
    cwd,
    timeout = 60_000,
  }: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string; readonly timeout?: number } = {},
): Promise<Ended> {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_TEST|COLOR/.test(name));
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout,
  });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.on('data', (chunk) => stdout.push(String(chunk)));
  child.stderr.on('data', (chunk) => stderr.push(String(chunk)));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, stdout: stdout.join(''), stderr: stderr.join('') }));
  });
}
