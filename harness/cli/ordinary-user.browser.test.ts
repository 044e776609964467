import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PACKAGE_ROOT } from '../api/package-root.ts';
import { discover, thisMachine } from '../browsers/index.ts';
import { Engine } from '../protocol/index.ts';

const isRoot = process.getuid?.() === 0;
/** Of nobody: a process needs no name for its user, and no program that makes users. */
const USER = String(50_000 + (process.pid % 10_000));
/** What root has in a cache folder of its own is not there for others. */
const everyones = (await discover(thisMachine())).filter(({ origin }) => origin === 'system');

interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function must(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  assert.equal(status, 0, `${command}: ${stderr}`);
  return stdout.trim();
}

/** The folders of the packages that are needed where this one is installed; all others would triple what is copied. */
function runtimePackages(): readonly string[] {
  const folders = must('npm', 'ls', '--omit=dev', '--all', '--parseable', '--prefix', PACKAGE_ROOT).split(
    '\n',
  );
  return folders.map((each) => relative(PACKAGE_ROOT, each)).filter((each) => each !== '');
}

function skipFor(): string | false {
  if (!isRoot) return 'only root can become another user';
  const hasSetpriv = spawnSync('setpriv', ['--version']).status === 0;
  return hasSetpriv ? false : 'there is no setpriv here';
}

describe('as an ordinary user', { skip: skipFor() }, () => {
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mediarecorder-ordinary-'));
    await mkdir(join(folder, 'home'));
    for (const name of ['dist', 'package.json', ...runtimePackages()])
      await cp(join(PACKAGE_ROOT, name), join(folder, name), { recursive: true, verbatimSymlinks: true });
    must('chown', '-R', `${USER}:${USER}`, folder);
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  function cli(...args: readonly string[]): Said {
    const main = join(folder, 'dist', 'cli', 'main.js');
    const as = ['--reuid', USER, '--regid', USER, '--clear-groups', '--inh-caps=-all', '--'];
    const { status, stdout, stderr } = spawnSync('setpriv', [...as, process.execPath, main, ...args], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 180_000,
      env: { PATH: process.env['PATH'], HOME: join(folder, 'home'), TMPDIR: folder },
    });
    return { status, out: stdout, err: stderr };
  }

  test('the browsers of the system are found', () => {
    const { status, out } = cli('browsers', '--json');
    assert.equal(status, 0);
    for (const engine of Engine.options)
      if (everyones.some((browser) => browser.engine === engine))
        assert.match(out, new RegExp(`"engine": "${engine}"`));
  });

  test('what needs root says so, and changes nothing', () => {
    const { status, err } = cli('browsers', 'install', 'webkit', '--yes');
    if (status === 0) return assert.match(err, /is there already|is ready/);
    assert.equal(status, 3);
    assert.match(err, /root/);
    assert.doesNotMatch(err, /\n {4}at /);
  });

  const hasChromium = everyones.some(({ engine }) => engine === 'chromium');
  const skip = hasChromium ? false : 'no Chromium is installed for everybody';
  test('the suite runs', { skip }, async () => {
    const { status, err } = cli(
      'run',
      '--browser',
      'chromium',
      '--rule',
      'start.sets-recording',
      '--output',
      'out',
    );
    assert.equal(status, 0, err);
    const results: unknown = JSON.parse(await readFile(join(folder, 'out', 'results.json'), 'utf8'));
    assert.match(JSON.stringify(results), /"complete":true/);
  });
});
