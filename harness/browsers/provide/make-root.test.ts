import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Apt } from './apt.ts';
import { fakeWorkshop, fault } from '../testing/fake-workshop.ts';
import type { FakeWorkshop, Script } from '../testing/fake-workshop.ts';
import type { Job, Step } from './job.ts';
import { makeDebianRoot } from './make-root.ts';
import { deleteRoot, mountsBeneath, removeRoot } from './remove-root.ts';
import { updateRoot } from './update-root.ts';
import type { DebianRoot } from './ways.ts';

const FOLDER = '/home/me/.cache/mediarecorder-conformance/debian-13';
const DRIVER = '/usr/bin/WebKitWebDriver';
const WAY: DebianRoot = {
  kind: 'debian-root',
  engine: 'webkit',
  fetches: '',
  megabytes: 1,
  changes: '',
  needsRoot: true,
  prerequisites: [],
};

function job(workshop: FakeWorkshop): Job {
  return { workshop, signal: new AbortController().signal, progress: () => undefined };
}

function make(workshop: FakeWorkshop): Promise<Step> {
  return makeDebianRoot(job(workshop), WAY, new Apt('root'));
}

/** The programs that make a root, as far as their traces in the file system go. */
const WORKING: Script = (command, files) => {
  if (command.includes(' debootstrap ')) files[`${FOLDER}/root.partial/bin/sh`] = '';
  if (command.includes('webkit2gtk-driver')) files[`${FOLDER}/root.partial${DRIVER}`] = '';
  return undefined;
};

function debootstraps(workshop: FakeWorkshop): number {
  return workshop.commands.filter((command) => command.includes(' debootstrap ')).length;
}

describe('makeDebianRoot', () => {
  it('gives the folder its name at the very end, and keeps nothing else', async () => {
    const workshop = fakeWorkshop({}, (command, files) => {
      assert.ok(!(`${FOLDER}/root${DRIVER}` in files));
      return WORKING(command, files, new AbortController().signal);
    });
    assert.deepEqual(await make(workshop), { kind: 'done' });
    assert.ok(`${FOLDER}/root${DRIVER}` in workshop.contents);
    const beside = Object.keys(workshop.contents).filter((file) => file.startsWith(`${FOLDER}/`));
    assert.deepEqual(
      beside.filter((file) => !file.startsWith(`${FOLDER}/root/`)),
      [`${FOLDER}/updated`],
    );
  });

  it('mounts nothing where others could see it', async () => {
    const workshop = fakeWorkshop({}, WORKING);
    await make(workshop);
    const own = workshop.commands.filter((command) => !command.startsWith('rm '));
    assert.ok(own.length > 0);
    for (const command of own) assert.match(command, /^setpriv --pdeathsig KILL unshare --mount --pid /);
  });

  it('goes on after the first stage when the second failed', async () => {
    let broken = true;
    const workshop = fakeWorkshop({}, (command, files, signal) =>
      broken && command.includes('webkit2gtk-driver')
        ? fault('E: no space left')
        : WORKING(command, files, signal),
    );
    assert.deepEqual(await make(workshop), { kind: 'failed', reason: 'E: no space left' });
    assert.ok(!(`${FOLDER}/root${DRIVER}` in workshop.contents));
    broken = false;
    assert.deepEqual(await make(workshop), { kind: 'done' });
    assert.equal(debootstraps(workshop), 1);
  });

  it("tries the generic mirror after the machine's own, and begins afresh for it", async () => {
    const files = { '/etc/apt/sources.list': 'deb http://mirror.example/debian bookworm main' };
    const workshop = fakeWorkshop({ files }, (command, contents, signal) =>
      command.includes(' debootstrap ') && command.includes('mirror.example')
        ? fault('E: invalid release')
        : WORKING(command, contents, signal),
    );
    assert.deepEqual(await make(workshop), { kind: 'done' });
    assert.equal(debootstraps(workshop), 2);
    assert.match(workshop.contents[`${FOLDER}/root/etc/apt/sources.list`] ?? '', /deb\.debian\.org/);
  });

  it('does without security updates where the mirror has none', async () => {
    const workshop = fakeWorkshop({}, (command, files, signal) =>
      command.endsWith('apt-get update') &&
      `${FOLDER}/root.partial/etc/apt/sources.list.d/security.list` in files
        ? fault('E: does not have a Release file')
        : WORKING(command, files, signal),
    );
    assert.deepEqual(await make(workshop), { kind: 'done' });
  });
});

describe('removing a root', () => {
  const there = { [`${FOLDER}/root${DRIVER}`]: '' };

  it('finds mounts beneath, whatever is in their names', () => {
    const info =
      '36 35 98:0 / /a/ro\\040ot/dev rw - ext4 /dev/x rw\n37 35 0:1 / /a/rooted rw - proc proc rw\n';
    assert.deepEqual(mountsBeneath(info, '/a/ro ot'), ['/a/ro ot/dev']);
    assert.deepEqual(mountsBeneath(info, '/a/root'), []);
  });

  it('refuses while something is mounted beneath it, or runs in it, or nothing can be seen', async () => {
    const mounted = `36 35 0:5 / ${FOLDER}/root/dev rw - devtmpfs udev rw\n`;
    const refusals = [
      fakeWorkshop({ files: { ...there, '/proc/self/mountinfo': mounted } }),
      fakeWorkshop({
        files: { ...there, '/proc/77/stat': '' },
        links: { '/proc/77/root': `${FOLDER}/root` },
      }),
    ];
    for (const workshop of refusals) {
      assert.equal((await removeRoot(job(workshop))).kind, 'failed');
      assert.equal((await deleteRoot(job(workshop), `${FOLDER}/root`)).kind, 'failed');
      assert.deepEqual(workshop.commands, []);
      assert.ok(`${FOLDER}/root${DRIVER}` in workshop.contents);
    }
  });

  it('deletes within one file system, after taking its name away', async () => {
    const workshop = fakeWorkshop({ files: there });
    assert.deepEqual(await removeRoot(job(workshop)), { kind: 'done' });
    assert.deepEqual(workshop.commands, [`rm -rf --one-file-system -- ${FOLDER}.deleted`]);
    assert.deepEqual(
      Object.keys(workshop.contents).filter((file) => file.startsWith(FOLDER)),
      [],
    );
  });
});

describe('updateRoot', () => {
  const there = { [`${FOLDER}/root${DRIVER}`]: '' };
  const silent = (): void => undefined;

  it('does nothing without a root, for an ordinary user, or within a week', async () => {
    const kindOf = async (workshop: FakeWorkshop): Promise<string> =>
      (await updateRoot(job(workshop), 'weekly', silent)).kind;
    assert.equal(await kindOf(fakeWorkshop({ isRoot: true })), 'no-root');
    assert.equal(await kindOf(fakeWorkshop({ files: there })), 'left-alone');
    const fresh = fakeWorkshop({ isRoot: true, files: { ...there, [`${FOLDER}/updated`]: '' } });
    assert.equal(await kindOf(fresh), 'recent');
    assert.deepEqual(fresh.commands, []);
  });

  it('upgrades when asked to, and leaves the root as it is when that fails', async () => {
    const working = fakeWorkshop({ isRoot: true, files: there });
    assert.deepEqual(await updateRoot(job(working), 'now', silent), { kind: 'updated' });
    assert.ok(working.commands.some((command) => command.includes('apt-get upgrade')));
    const offline = fakeWorkshop({ isRoot: true, files: there }, () => fault('E: could not connect'));
    const result = await updateRoot(job(offline), 'now', silent);
    assert.deepEqual(result, { kind: 'left-alone', reason: 'E: could not connect' });
    assert.ok(!(`${FOLDER}/updated` in offline.contents));
  });
});
