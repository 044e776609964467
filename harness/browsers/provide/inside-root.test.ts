import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'node:test';
import { eventually, runningCommands } from '../testing/marked-processes.ts';
import { insideRoot } from './inside-root.ts';

const execute = promisify(execFile);

async function run(command: readonly string[]): Promise<string> {
  const [program = '', ...args] = command;
  return (await execute(program, args)).stdout;
}

/** A root of nothing but the folders that are mounted over; the programs are the machine's own. */
async function bareRoot(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'bare-root-'));
  for (const folder of ['proc', 'dev', 'sys', 'tmp', 'etc']) await mkdir(path.join(root, folder));
  await chmod(root, 0o755);
  return root;
}

async function mayMount(): Promise<boolean> {
  try {
    const unshare = ['unshare', '--mount', '--pid', '--fork', '--propagation', 'private'];
    await run(['setpriv', '--pdeathsig', 'KILL', ...unshare, 'true']);
    return true;
  } catch {
    return false;
  }
}

const skip = (await mayMount()) ? false : 'needs root, the right to mount, setpriv and unshare';
/** Not every architecture has all of them. */
const SYSTEM = ['/usr', '/bin', '/lib', '/lib64'].filter((folder) => existsSync(folder));

describe('insideRoot', () => {
  it('keeps the arguments apart, whatever is in them', () => {
    const argv = insideRoot({ root: '/a root', command: ['echo', '$HOME', "it's"], shared: ['/s'] });
    assert.deepEqual(argv.slice(argv.indexOf('sh') + 4), ['/a root', '/s', '--', 'echo', '$HOME', "it's"]);
  });

  it('mounts nothing that the machine can see, and leaves /tmp empty', { skip }, async () => {
    const root = await bareRoot();
    const before = await readFile('/proc/self/mountinfo', 'utf8');
    const command = ['sh', '-c', 'echo $$ > /tmp/pid; cat /tmp/pid; test -e /dev/null && test -e /proc/self'];
    assert.ok(
      Number(await run(insideRoot({ root, command, shared: SYSTEM }))) < 100,
      'has process numbers of its own',
    );
    assert.equal(await readFile('/proc/self/mountinfo', 'utf8'), before);
    assert.deepEqual(await readdir(path.join(root, 'tmp')), []);
    assert.deepEqual(await readdir(path.join(root, 'dev')), []);
    await rm(root, { recursive: true });
  });

  const shared = existsSync('/dev/shm') ? skip : 'there is no /dev/shm here';
  it('has shared memory of its own, however little the machine has', { skip: shared }, async () => {
    const root = await bareRoot();
    const mark = `shared-memory-${process.pid}`;
    const command = ['sh', '-c', `: > /dev/shm/${mark} && grep ' /dev/shm ' /proc/self/mounts`];
    const inside = insideRoot({ root, command, shared: SYSTEM });
    // In a mount space of its own the machine has next to none.
    const poor = 'mount -t tmpfs -o size=4k tmpfs /dev/shm; "$@"; ls /dev/shm';
    const lines = (await run(['unshare', '--mount', 'sh', '-c', poor, 'sh', ...inside])).trim().split('\n');
    assert.doesNotMatch(lines.at(-1) ?? '', /size=4k/);
    assert.ok(!lines.includes(mark), 'the machine sees nothing of it');
    await rm(root, { recursive: true });
  });

  it('shares a folder at its own path', { skip }, async () => {
    const root = await bareRoot();
    const shared = await mkdtemp(path.join(tmpdir(), 'shared-'));
    await writeFile(path.join(shared, 'in'), 'seen');
    const command = ['sh', '-c', `cat ${shared}/in > ${shared}/out`];
    await run(insideRoot({ root, command, shared: [...SYSTEM, shared] }));
    assert.equal(await readFile(path.join(shared, 'out'), 'utf8'), 'seen');
    await rm(root, { recursive: true });
    await rm(shared, { recursive: true });
  });

  it('ends, with what it started, when its parent is killed', { skip }, async () => {
    const root = await bareRoot();
    const mark = `${60_000 + process.pid}`;
    // A change of user makes the kernel forget who wanted to be told of its parent's end.
    const asOther = [
      'setpriv',
      '--reuid',
      '1',
      '--clear-groups',
      'sh',
      '-c',
      `sleep ${mark} & sleep ${mark}`,
    ];
    const argv = insideRoot({ root, command: asOther, shared: SYSTEM });
    const parent = spawn(process.execPath, [
      '-e',
      'const [p, ...a] = process.argv.slice(1); require("node:child_process").spawn(p, a); setInterval(() => {}, 1e6)',
      ...argv,
    ]);
    const alive = (): number => runningCommands().filter((command) => command === `sleep ${mark}`).length;
    try {
      await eventually('both run', () => alive() === 2);
    } finally {
      parent.kill('SIGKILL');
    }
    await eventually('both have ended', () => alive() === 0);
    await rm(root, { recursive: true });
  });
});
