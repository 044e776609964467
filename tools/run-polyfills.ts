/** Tests the polyfills that come as examples, each beside the native recorder, in one report; options are passed on. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { built, PACKAGE_ROOT } from '../harness/api/package-root.ts';

const folder = join('fixtures', 'recorders', 'polyfills');

const adapters = readdirSync(join(PACKAGE_ROOT, folder))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .flatMap((name) => ['--polyfill', [folder, name].join('/')]);
const mounts = ['--mount', 'opus=node_modules/opus-media-recorder'];
const program = built('cli', 'main.js');
const { status } = spawnSync(
  process.execPath,
  [program, 'run', ...adapters, ...mounts, ...process.argv.slice(2)],
  { cwd: PACKAGE_ROOT, stdio: 'inherit' },
);
// Polyfills break rules: that is what the report is for. Only what kept them from being tested is a failure.
process.exitCode = status === 1 ? 0 : (status ?? 3);
