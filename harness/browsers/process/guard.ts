/**
 * Runs a command and ends it, with everything in this process group, when its own standard input closes:
 * the pipe's other end is held by the harness, so the command cannot outlive it. The command stays in the
 * guard's group, so that whoever ends that group ends the command along with the guard.
 */
import { spawn } from 'node:child_process';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) throw new Error('guard: no command given');
const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });

/** The guard leads its group, because it was started detached. */
function end(): void {
  process.kill(-process.pid, 'SIGKILL');
}

process.stdin.resume();
process.stdin.on('close', end);
process.on('SIGTERM', end);
child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.once('exit', (code) => {
  process.exit(code ?? 1);
});
