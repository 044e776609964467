import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discover } from './discover.ts';
import { fakeHost, type FakeMachine } from '../testing/fake-host.ts';
import { describeLack, type Lack } from './lacks.ts';
import { libavcodecPackage } from './libavcodec.ts';
import { resolveBrowser } from './select.ts';

const FIREFOX = { '/usr/bin/firefox-esr': 'Mozilla Firefox 153.8.0esr' } as const;
const APT = { '/usr/bin/apt-get': '' } as const;
const PACKAGES = 'apt-cache pkgnames libavcodec';
const BOOKWORM = { [PACKAGES]: 'libavcodec-extra\nlibavcodec59\nlibavcodec-extra59\nlibavcodec-dev\n' };

async function lacks(machine: FakeMachine): Promise<readonly Lack[]> {
  const found = await discover(fakeHost(machine));
  return found.find(({ engine }) => engine === 'firefox')?.lacks ?? [];
}

describe('Firefox without libavcodec', () => {
  it('lacks H.264, and stays the one that is taken', async () => {
    const [lack] = await lacks({ files: { ...FIREFOX, ...APT }, isRoot: true });
    assert.ok(lack !== undefined && lack.installable);
    assert.equal(
      describeLack(lack),
      'H.264 can be neither decoded nor encoded: libavcodec is not installed; ' +
        'get it with "npx mediarecorder-conformance browsers install firefox"',
    );
    const [found] = await discover(fakeHost({ files: FIREFOX }));
    assert.equal(found?.shortcoming, undefined);
  });

  it('can be completed by a user with sudo; by others as root, with the package of the release', async () => {
    const files = { ...FIREFOX, ...APT };
    const [withSudo] = await lacks({ files: { ...files, '/usr/bin/sudo': '' } });
    assert.equal(withSudo?.installable, true);
    const [without] = await lacks({ files, answers: BOOKWORM });
    assert.deepEqual(
      [without?.installable, without?.remedy],
      [false, 'run "apt-get install libavcodec59" as root'],
    );
    const [unlisted] = await lacks({ files });
    assert.equal(unlisted?.remedy, 'run "apt-get install libavcodec-extra" as root');
    const [elsewhere] = await lacks({ files: FIREFOX, isRoot: true });
    assert.match(elsewhere?.remedy ?? '', /with the system's package manager/);
    assert.equal(elsewhere?.installable, false);
  });

  it("is Playwright's, Puppeteer's and any other build as well", async () => {
    const puppeteer = '/home/me/.cache/puppeteer/firefox/linux-stable_153.0/firefox/firefox';
    assert.equal((await lacks({ files: { [puppeteer]: '' } })).length, 1);
    const playwright = {
      files: { '/home/me/.cache/ms-playwright/firefox/firefox': '' },
      playwright: () => ({ executable: '/home/me/.cache/ms-playwright/firefox/firefox', version: '150.0' }),
    };
    assert.equal((await lacks(playwright)).length, 1);
    const files = { '/opt/mine/firefox': 'Mozilla Firefox 160.0a1' };
    const own = await resolveBrowser(fakeHost({ files }), { found: [], unanswered: [] }, '/opt/mine/firefox');
    assert.equal(own.lacks?.length, 1);
  });
});

describe('nothing is lacking', () => {
  const WHERE = [
    ['in the folder of the architecture', { '/usr/lib/x86_64-linux-gnu/libavcodec.so.59': '' }],
    ['in a folder of 64-bit libraries', { '/usr/lib64/libavcodec.so.61.19.101': '' }],
    ['wherever the linker knows it', { '/etc/ld.so.cache': 'ld.so libavcodec.so.60 /opt/ffmpeg/lib' }],
    ['where LD_LIBRARY_PATH leads', { '/opt/av/libavcodec.so.62': '' }],
  ] as const;
  for (const [where, library] of WHERE)
    it(`with libavcodec ${where}`, async () => {
      const env = { PATH: '/usr/bin', LD_LIBRARY_PATH: '/opt/av' };
      assert.deepEqual(await lacks({ files: { ...FIREFOX, ...library }, env }), []);
    });

  it('for a snap, on macOS, and for other engines', async () => {
    assert.deepEqual(await lacks({ files: { '/snap/bin/firefox': 'Mozilla Firefox 153.0' } }), []);
    const application = { '/Applications/Firefox.app/Contents/MacOS/firefox': 'Mozilla Firefox 153.0' };
    assert.deepEqual(await lacks({ platform: 'darwin', files: application }), []);
    const [chromium] = await discover(fakeHost({ files: { '/usr/bin/chromium': 'Chromium 156.0.1.0' } }));
    assert.equal(chromium?.lacks, undefined);
  });
});

describe('libavcodecPackage', () => {
  const named = (output: string): Promise<string | undefined> =>
    libavcodecPackage(fakeHost({ answers: { [PACKAGES]: output } }));

  it('takes the one with the highest number, and nothing else that is called alike', async () => {
    assert.equal(await named(BOOKWORM[PACKAGES]), 'libavcodec59');
    assert.equal(
      await named('libavcodec59\nlibavcodec61\nlibavcodec-extra62\nlibavcodec7\n'),
      'libavcodec61',
    );
    assert.equal(await named('libavcodec-extra\n'), undefined);
    assert.equal(await libavcodecPackage(fakeHost({})), undefined);
  });
});
