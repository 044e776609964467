import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PACKAGE_ROOT } from '../api/package-root.ts';

const isRoot = process.getuid?.() === 0;
const user = `conformance${process.pid}`;

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

describe('as an ordinary user', { skip: isRoot ? false : 'only root can create another user' }, () => {
  let folder = '';
  let ids = { uid: '', gid: '' };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mediarecorder-ordinary-'));
    must('useradd', '--home-dir', join(folder, 'home'), '--create-home', user);
    ids = { uid: must('id', '-u', user), gid: must('id', '-g', user) };
    for (const name of ['dist', 'package.json', ...runtimePackages()])
      await cp(join(PACKAGE_ROOT, name), join(folder, name), { recursive: true, verbatimSymlinks: true });
    must('chown', '-R', `${ids.uid}:${ids.gid}`, folder);
  });

  after(async () => {
    must('userdel', user);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  function cli(...args: readonly string[]): Said {
    const main = join(folder, 'dist', 'harness', 'cli', 'main.js');
    const { uid, gid } = ids;
    const as = ['--reuid', uid, '--regid', gid, '--clear-groups', '--inh-caps=-all', '--'];
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
    assert.match(out, /"engine": "chromium"/);
    assert.match(out, /"engine": "firefox"/);
  });

  test('what needs root says so, and changes nothing', () => {
    const { status, err } = cli('browsers', 'install', 'webkit', '--yes');
    if (status === 0) return assert.match(err, /is there already|is ready/);
    assert.equal(status, 3);
    assert.match(err, /root/);
    assert.doesNotMatch(err, /\n {4}at /);
  });

  test('the suite runs', async () => {
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
