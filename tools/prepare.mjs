/**
 * Makes a fresh clone ready: npm packages, then a build, each only when it is needed.
 * It uses nothing but Node, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = ['suites', 'fixtures', 'harness', 'reports', 'tools'];
const SETTINGS = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.tests.json',
];

/** A fingerprint of files' names and contents. */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** What no build reads: texts, pictures, and what reports are compared with. */
const UNREAD = /\.(md|png|golden)$/;

function sourceFiles() {
  return SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !UNREAD.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  ).sort((a, b) => (a < b ? -1 : 1));
}

/** Does a step unless its mark says that it was done for the same files. */
function once(mark, print, step) {
  const file = join(root, mark);
  if (existsSync(file) && readFileSync(file, 'utf8') === print) return;
  step();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, print);
}

/** Runs a program with its chatter on standard error, and ends with its exit code if it fails. */
function must(what, command, args) {
  process.stderr.write(`${what} …\n`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error !== undefined) process.stderr.write(`${error.message}\n`);
  if (status !== 0) process.exit(status ?? 3);
}

const npm = process.env.npm_execpath;
const [runner, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];

once('node_modules/.prepared', fingerprint(['package-lock.json']), () =>
  must('Installing npm packages', runner, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund']),
);
once('dist/.prepared', fingerprint([...SETTINGS, ...sourceFiles()]), () =>
  must('Building', runner, [...first, 'run', '--silent', 'build']),
);
