import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linesOf } from './events.ts';
import { fakeWorkshop, fault } from '../testing/fake-workshop.ts';
import type { FakeWorkshop, Script } from '../testing/fake-workshop.ts';
import { provide } from './provide.ts';
import type { Provided } from './provide.ts';
import { surveyProviding } from './survey.ts';

const FIREFOX = '/usr/bin/firefox-esr';
const STATED = 'Mozilla Firefox 153.8.0esr';
const LIBRARY = '/usr/lib/x86_64-linux-gnu/libavcodec.so.59';
const PACKAGES = 'apt-cache pkgnames libavcodec';
/** Debian 12 with nothing beside; what the container's file says is that everybody agrees. */
const BARE = {
  '/etc/os-release': 'ID=debian\nVERSION_ID="12"\n',
  '/.dockerenv': '',
  '/usr/bin/apt-get': '',
} as const;

/** The package lists come with the first update; installing puts files where the packages have them. */
const DEBIAN: Script = (command, files) => {
  if (command.includes('apt-get update')) files[PACKAGES] = 'libavcodec59\nlibavcodec-extra59\n';
  if (command.endsWith(' firefox-esr')) files[FIREFOX] = STATED;
  if (command.endsWith(' libavcodec59')) files[LIBRARY] = '';
  return undefined;
};

interface Installed {
  readonly result: Provided | undefined;
  readonly said: readonly string[];
  readonly installed: readonly string[];
}

/** Installs Firefox on a machine, as `browsers install firefox` does. */
async function install(
  files: Readonly<Record<string, string>>,
  script: Script,
  isRoot = true,
): Promise<Installed> {
  const workshop = aptWorkshop(fakeWorkshop({ files: { ...BARE, ...files }, isRoot }, script));
  const said: string[] = [];
  const [result] = await provide(await surveyProviding(workshop, ['firefox']), workshop, {
    yes: false,
    signal: new AbortController().signal,
    report: (event) => void said.push(...linesOf(event)),
  });
  const installed = workshop.commands.flatMap((command) => / (\S+)$/.exec(command)?.[1] ?? []);
  return { result, said, installed: installed.filter((name) => /firefox|avcodec/.test(name)) };
}

/** What apt-cache prints is what the lists hold by then. */
function aptWorkshop(workshop: FakeWorkshop): FakeWorkshop {
  const { host, contents } = workshop;
  const ask: typeof host.ask = (command, limitMs) =>
    command[0] === 'apt-cache'
      ? Promise.resolve({ kind: 'exited', code: 0, output: contents[command.join(' ')] ?? '' })
      : host.ask(command, limitMs);
  return { ...workshop, host: { ...host, ask } };
}

describe('getting Firefox on Debian', () => {
  it('gets libavcodec behind it, by the name that apt has for it once its lists are there', async () => {
    const { result, said, installed } = await install({}, DEBIAN);
    assert.ok(result?.kind === 'got' && result.browser.lacks === undefined);
    assert.deepEqual(installed, ['firefox-esr', 'libavcodec59']);
    assert.ok(said.some((line) => /and then the package with libavcodec of this release .*30 MB/.test(line)));
    assert.equal(said.at(-1), 'firefox: Firefox ESR 153.8.0 has all that it needs.');
  });

  it('gets libavcodec alone where a Firefox is there already, and says so before', async () => {
    const there = { [FIREFOX]: STATED, [PACKAGES]: 'libavcodec59\n' };
    const { result, said, installed } = await install(there, DEBIAN);
    assert.ok(result?.kind === 'present' && result.browser.lacks === undefined);
    assert.deepEqual(installed, ['libavcodec59']);
    assert.match(said.slice(0, 3).join('\n'), /is there\n.*H\.264.*\n {2}fetches the package libavcodec59 /);
  });

  it('gets nothing more where the browser brought it along, or it was there', async () => {
    const bringing: Script = (command, files, signal) => {
      if (command.endsWith(' firefox-esr')) files[LIBRARY] = '';
      return DEBIAN(command, files, signal);
    };
    assert.deepEqual((await install({}, bringing)).installed, ['firefox-esr']);
    assert.deepEqual((await install({ [LIBRARY]: '' }, DEBIAN)).installed, ['firefox-esr']);
    assert.deepEqual((await install({ [LIBRARY]: '', [FIREFOX]: STATED }, DEBIAN)).installed, []);
  });

  it('keeps the browser, and says what it lacks, when libavcodec cannot be got', async () => {
    const failing: Script = (command, files, signal) =>
      command.endsWith(' libavcodec59') ? fault('E: Unable to fetch') : DEBIAN(command, files, signal);
    const { result, said } = await install({}, failing);
    assert.ok(result?.kind === 'got' && result.browser.lacks?.length === 1);
    assert.match(said.at(-1) ?? '', /H\.264 .* not installed; getting it failed: E: Unable to fetch\.$/);
    const unknown: Script = (command, files) => {
      if (command.endsWith(' firefox-esr')) files[FIREFOX] = STATED;
      return undefined;
    };
    assert.match((await install({}, unknown)).said.at(-1) ?? '', /apt-get knows no package of it/);
  });

  it('changes nothing for an ordinary user, who is shown what to run as root', async () => {
    const there = { [FIREFOX]: STATED, [PACKAGES]: 'libavcodec59\n' };
    const { result, said, installed } = await install(there, DEBIAN, false);
    assert.ok(result?.kind === 'present' && result.browser.lacks?.length === 1);
    assert.deepEqual(installed, []);
    assert.match(said.join('\n'), /H\.264 .*; run "apt-get install libavcodec59" as root/);
  });
});
