/**
 * Runs a command and ends it, with everything in its process group, when its own standard input closes:
 * the pipe's other end is held by the harness, so the command cannot outlive it.
 */
import { spawn } from 'node:child_process';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) throw new Error('guard: no command given');
const child = spawn(file, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });

function end(): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
    process.kill(-child.pid, 'SIGKILL');
}

process.stdin.resume();
process.stdin.on('close', end);
process.on('SIGTERM', end);
child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 127;
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
  process.stdin.destroy();
});
