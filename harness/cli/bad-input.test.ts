import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { command, type Ended } from './testing/command.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad-input-'));
  await writeFile(join(folder, 'file'), '');
  await writeFile(join(folder, 'old.json'), '{"schemaVersion": 1, "suite": 5}');
  await writeFile(join(folder, 'text.json'), 'no json');
});
after(() => rm(folder, { recursive: true }));

/** One clear line, the exit code of the contract, no stack trace, nothing on standard output. */
function holds({ code, stdout, stderr }: Ended, expected: number, says: RegExp): void {
  assert.equal(code, expected, stderr);
  assert.match(stderr, /^error: [^\n]+\n$/, 'one line');
  assert.match(stderr, says);
  assert.doesNotMatch(stderr, /^\s+at /m);
  assert.equal(stdout, '');
}

const refuses = (args: readonly string[], code: number, says: RegExp) =>
  test(`"${args.join(' ')}" is refused in one line, with exit code ${code}`, async () => {
    holds(await command(args, { cwd: folder }), code, says);
  });

describe('bad input', { concurrency: 2 }, () => {
  refuses(['run', '--brwser', 'firefox'], 2, /unknown option '--brwser'.*--browser/);
  refuses(['--gerp', 'x'], 2, /unknown option '--gerp'.*--grep/);
  refuses(['list', '--jsn'], 2, /unknown option '--jsn'.*--json/);
  refuses(['report', '--reportr', 'x', 'old.json'], 2, /--reporter/);
  refuses(['--browser', 'firefux'], 2, /No browser is called "firefux"\. Did you mean "firefox"\?/);
  refuses(['--browser', '/bin/ls'], 2, /\/bin\/ls is not a browser/);
  refuses(['--browser', './nowhere'], 2, /nowhere/);
  refuses(['--browser', './file'], 2, /file/);
  refuses(['--browser', '/'], 2, /\//);
  refuses(['--profile', 'quick'], 2, /default, full/);
  refuses(['lst'], 2, /no command "lst"/);
  refuses(['--workers', '0'], 2, /whole number above zero/);
  refuses(['--grep', '('], 2, /regular expression/);
  refuses(['--reporter', 'nope'], 2, /no reporter "nope"; there are: console, json, html/);
  refuses(['--section', 'nope'], 2, /no section "nope"/);
  refuses(['--rule', 'nope.nope'], 2, /no rule or case "nope\.nope"/);
  refuses(['browsers', 'install', 'netscape'], 2, /no engine "netscape"/);
  refuses(['report'], 2, /missing required argument/);
  refuses(['report', 'old.json'], 2, /old\.json: field "suite(\.version)?" is wrong/);
  refuses(['report', 'text.json'], 2, /text\.json: is not JSON/);
  refuses(['report', 'nowhere.json'], 2, /cannot read nowhere\.json/);
  refuses(['--output', '/dev/null/x'], 3, /cannot write to \/dev\/null\/x/);
  refuses(['--output', '/proc/x'], 3, /cannot write to \/proc\/x/);
  refuses(['--output', 'file'], 3, /cannot write to .*file/);
  refuses(['--output', 'file/below'], 3, /cannot write to .*below/);
  refuses(['--grep', 'nothing is called so'], 4, /no case matches/);
});

test('options that npm swallowed are named, with what to write instead', async () => {
  const env = { npm_lifecycle_event: 'start', npm_config_browser: 'firefox' };
  holds(await command(['run', '--install'], { cwd: folder, env }), 2, /npm start -- --browser/);
});

test('on a machine without browsers a run says how to get them', async () => {
  const env = { PATH: join(folder, 'empty'), HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') };
  const ended = await command(['run'], { cwd: folder, env });
  holds(ended, 3, /no browser on this machine; .*browsers install/);
});

test('a run that could not begin leaves no folder behind', async () => {
  const cwd = await mkdtemp(join(folder, 'own-'));
  await command(['--grep', 'nothing is called so'], { cwd });
  assert.deepEqual(await readdir(join(cwd, 'results')), []);
});
