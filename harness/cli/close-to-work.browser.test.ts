import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readResults } from '../api/index.ts';
import { debianRootFolder } from '../browsers/discover/host.ts';
import { thisMachine } from '../browsers/index.ts';
import { startTied } from '../browsers/process/tied-process.ts';
import { insideRoot } from '../browsers/provide/inside-root.ts';
import { eventually, MARK, markedProcesses } from '../browsers/testing/marked-processes.ts';
import { command, MAIN } from './testing/command.ts';
import { PACKAGE_ROOT } from '../api/package-root.ts';

const EXAMPLE = join(PACKAGE_ROOT, 'fixtures', 'example-suite');
const PATIENCE_MS = 120_000;

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'close-to-work-'));
});
after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const run = (...args: readonly string[]) =>
  command(['run', '--browser', 'chromium', '--reporter', 'json', ...args], {
    cwd: folder,
    env: { DISPLAY: '', WAYLAND_DISPLAY: '' },
    timeout: PATIENCE_MS,
  });
/** The command line as a process that goes on until it is ended. */
function started(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [MAIN, 'run', ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const ended = new Promise<number | null>((settle) => {
    child.once('close', settle);
  });
  return {
    said: () => text,
    /** Waits until something has been said as often as that. */
    saying: (what: string, times = 1) =>
      eventually(`"${what}" for the ${times}. time`, () => text.split(what).length > times, PATIENCE_MS),
    end: async () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

test('a suite of others runs beside ours, in the same lanes, and finds what a recorder breaks', async () => {
  const chosen = ['--grep', '^meeting.*times=1$|^pause\\.sets-paused;source=canvas$'];
  const subjects = ['--subject', 'native', '--subject', 'mutant:stop-event-missing'];
  const { code, stderr } = await run('--suite', EXAMPLE, ...chosen, ...subjects, '-o', 'beside', '--open');
  assert.equal(code, 1, stderr);
  assert.match(stderr, /^there is no desktop here to open \S+index\.html on$/m);
  const { rules, targets } = await readResults(join(folder, 'beside', 'results.json'));
  const verdicts = targets.map(({ cases }) => cases.map(({ id, verdict }) => `${id} ${verdict}`));
  assert.deepEqual(verdicts, [
    ['pause.sets-paused;source=canvas pass', 'meeting.survives-a-long-pause;source=canvas;times=1 pass'],
    ['pause.sets-paused;source=canvas pass', 'meeting.survives-a-long-pause;source=canvas;times=1 fail'],
  ]);
  assert.ok(rules.some(({ section }) => section === 'meeting'));
});

describe('until something fails', () => {
  const RULE = ['--rule', 'pause.sets-paused;source=canvas', '--until-fail'] as const;

  test('rounds go on, each in an order that its seed gives', async () => {
    const { code, stderr } = await run(...RULE, '--repeat', '2', '--seed', '7', '-o', 'steady');
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^Round 2:$/m);
    assert.match(stderr, /--seed 8 does it again/);
    assert.match(stderr, /^2 rounds, and nothing unexpected\.$/m);
  });

  test('the first round that brings something unexpected is the last, and says its seed', async () => {
    const { code, stderr } = await run(...RULE, '--subject', 'mutant:pause-state-late', '-o', 'failed');
    assert.equal(code, 1, stderr);
    const [, seed] = /^Round 1 brought the first unexpected-fail; --seed (\d+) /m.exec(stderr) ?? [];
    const results = await readResults(join(folder, 'failed', 'results.json'));
    assert.equal(String(results.seed), seed);
  });
});

test('a suite is run again when it changes, in the browser that is there', async () => {
  const suite = join(folder, 'mine');
  const own = (expected: string): string => `import { defineSuite } from 'mediarecorder-conformance/kit';
    const { conformance } = defineSuite({ id: 'mine', title: 'Mine', rules: { 'mine.state': {
      level: 'must', standing: 'interop', statement: 'x', source: { label: 'x', url: 'https://example.org/' },
    } } });
    conformance('mine.state', {}, async (t) => {
      const { stream } = await t.source('canvas');
      t.assert.equal(t.recorder(stream).recorder.state, '${expected}', 'the state');
    });`;
  await mkdir(suite);
  await writeFile(join(suite, 'a.spec.js'), own('inactive'));
  const only = ['--browser', 'chromium', '--suite', 'mine', '--no-built-in', '-o', 'watched'];
  const { said, saying, end } = started([...only, '--watch', '--reporter', 'console']);
  await saying('Waiting for a change');
  await writeFile(join(suite, 'a.spec.js'), own('recording'));
  await saying('Waiting for a change', 2);
  assert.match(said(), /mine\/a\.spec\.js changed\./);
  assert.match(said(), /mine\.state/, 'the failure is shown');
  await writeFile(join(suite, 'a.spec.js'), 'const');
  await saying('Waiting for a change', 3);
  assert.match(said(), /error: --suite mine: mine\/a\.spec\.js:1:6: /, 'a mistake ends nothing');
  await writeFile(join(suite, 'a.spec.js'), own('inactive'));
  await saying('Waiting for a change', 4);
  assert.equal(await end(), 0, said());
  const took = [...said().matchAll(/^That took ([\d.]+) s\.$/gm)].map(([, seconds]) => Number(seconds));
  assert.equal(took.length, 3);
  assert.match(await readFile(join(folder, 'watched', 'results.json'), 'utf8'), /"verdict":\s*"pass"/);
});

describe('a case to look at', () => {
  test('needs a display, and says so where there is none', async () => {
    const { code, stderr } = await command(['run', '--debug', 'pause.sets-paused', '--browser', 'chromium'], {
      cwd: folder,
      env: { DISPLAY: '', WAYLAND_DISPLAY: '' },
    });
    assert.equal(code, 3);
    assert.match(stderr, /^error: there is no display here [^\n]+\n$/);
  });

  test('what contradicts it is refused', async () => {
    const { code, stderr } = await run('--debug', 'pause.sets-paused', '--workers', '2');
    assert.equal(code, 2);
    assert.match(stderr, /^error: --debug and --workers exclude each other\n$/);
  });

  const xvfb = findXvfb();
  test(
    'is shown with developer tools in one lane, and stays until it is ended',
    { skip: xvfb.why },
    async () => {
      const [file = '', ...rest] = xvfb.command;
      const display = startTied({ file, args: rest });
      try {
        const [number] = await display.line(/^\d+$/);
        const args = ['--debug', 'pause.sets-paused;source=canvas', '--browser', 'chromium', '-o', 'shown'];
        const { said, saying, end } = started(args, { DISPLAY: `:${number}`, [MARK]: folder });
        await saying('stays open until Ctrl-C');
        assert.match(said(), /is running with one lane/);
        assert.match(said(), /pause\.sets-paused;source=canvas: pass\. Chromium/);
        const commands = markedProcesses(folder).map((each) => each.command);
        assert.ok(commands.some((each) => each.includes('--auto-open-devtools-for-tabs')));
        assert.ok(!commands.some((each) => each.includes('--headless')));
        assert.equal(await end(), 0, said());
        assert.deepEqual(markedProcesses(folder), []);
        const [target] = (await readResults(join(folder, 'shown', 'results.json'))).targets;
        assert.equal(target?.complete, true);
      } finally {
        await display.kill();
      }
    },
  );
});

/** A display without a screen: of this machine, or of the system in the cache folder. */
function findXvfb(): { readonly command: readonly string[]; readonly why: string | false } {
  const program = ['Xvfb', '-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const here = spawnSync('sh', ['-c', 'command -v Xvfb']).status === 0;
  if (here) return { command: program, why: false };
  const root = debianRootFolder(thisMachine());
  const isThere = process.getuid?.() === 0 && existsSync(join(root, 'usr', 'bin', 'Xvfb'));
  if (isThere) return { command: insideRoot({ root, command: program }), why: false };
  return { command: [], why: 'there is no Xvfb here' };
}
