/**
 * The long form of the project's own checks, for nights rather than for every change: every rule of every profile
 * again and again in fresh browsers, shuffled and partly under load, the same with the reference recorder, which keeps
 * all of them but those beyond scripts, then the proof that every rule can be broken.
 * What is said on the command line goes to the repeated runs: `npm run verify -- --browser firefox --repeat 3`.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { built, PACKAGE_ROOT } from '../harness/api/package-root.ts';

const MAIN = built('cli', 'main.js');
const VERIFY = ['run', '--verify', '--expectations', join(PACKAGE_ROOT, 'expectations')];

const USAGE = `usage: npm run verify -- [options of run]

Runs every rule of every profile twenty times in fresh browsers, shuffled and
every fourth time under load, then those of the default profile ten times with
the reference recorder, and then the proof. Takes hours. Options go to both
repeated runs; --profile, --repeat, --browser and --output are the usual ones.
With --output the results of the reference go to a folder within that one.
`;

interface Step {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

const given = process.argv.slice(2);
const { values } = parseArgs({
  args: given,
  options: { output: { type: 'string', short: 'o' } },
  strict: false,
});
const apart = typeof values.output === 'string' ? ['--output', join(values.output, 'reference')] : [];

const STEPS: readonly Step[] = [
  {
    name: 'stability',
    script: MAIN,
    args: [...VERIFY, '--repeat', '20', '--profile', 'full', ...given],
  },
  {
    name: 'reference',
    script: MAIN,
    args: [...VERIFY, '--repeat', '10', '--subject', 'reference', ...given, ...apart],
  },
  { name: 'proof', script: built('tools', 'prove.js'), args: [] },
];

/** Runs a step to its end; whatever ends this process ends it too, for it is in the same group. */
function run({ script, args }: Step): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 130));
  });
}

if (given.some((argument) => argument === '--help' || argument === '-h')) {
  process.stdout.write(USAGE);
  process.exit(0);
}

let ended = false;
// A step ends its browsers by itself when it is interrupted; it must not be left alone meanwhile.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (ended = true));

const codes: number[] = [];
for (const step of STEPS) {
  if (ended) break;
  process.stderr.write(`\n== ${step.name}\n`);
  const code = await run(step);
  codes.push(code);
  process.stderr.write(`== ${step.name}: ${code === 0 ? 'holds' : `does not hold (exit code ${code})`}\n`);
}
process.exitCode = ended ? 130 : Math.max(...codes);
