/** What the tests of containment share: a bundle of misbehaving cases, a server for it, and a run of one target. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePages } from '../../../tools/bundle.ts';
import { discover, preferred, thisMachine, type InstalledBrowser } from '../../browsers/index.ts';
import {
  commandOf,
  familyOf,
  MARK,
  markedProcesses,
  type MarkedProcess,
} from '../../browsers/testing/marked-processes.ts';
import {
  caseId,
  ruleOf,
  type CaseEntry,
  type CaseResult,
  type Engine,
  type Target,
} from '../../protocol/index.ts';
import { startServer, type ConformanceServer } from '../../server/index.ts';
import type { RunEvent } from '../events.ts';
import { runTarget } from '../run-target.ts';
import { NATIVE } from '../subjects/subject.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

const SUITE = join(PACKAGE_ROOT, 'harness', 'page', 'testing', 'misbehaving.suite.ts');

/**
 * Short for a page that lives, long for one that starts on a machine that is busy with something else. A page that is
 * about to do its deed, or whose dialog a driver closes, is silent for seconds when three browsers share two cores.
 */
export const IMPATIENCE = {
  beatMs: 200,
  checkMs: 250,
  silenceMs: 8_000,
  busyMs: 300_000,
  startMs: 20_000,
  installMs: 20_000,
  fruitlessStarts: 3,
} as const;

export const misdeed = (deed: string): CaseEntry => entryOf('state.inactive-at-first', { deed });
export const neighbour = (number: number): CaseEntry =>
  entryOf('state.constructing-records-nothing', { neighbour: number });

function entryOf(rule: string, params: Record<string, string | number>): CaseEntry {
  const id = caseId(rule, params);
  return { id, rule: ruleOf(id), needs: [], weight: 'shared', profile: 'default' };
}

/** The best browser of an engine; a machine without one cannot show anything. */
export async function browserOf(engine: Engine): Promise<InstalledBrowser | undefined> {
  return preferred(await discover(thisMachine()), engine);
}

/** A server whose lanes hold the misbehaving cases. */
export async function misbehavingServer(): Promise<{
  server: ConformanceServer;
  close: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'misbehaving-'));
  await bundlePages(PACKAGE_ROOT, folder, [SUITE]);
  const server = await startServer({ bundle: folder });
  return {
    server,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** One target's run, which can be disturbed while it goes on. */
export interface Disturbance {
  readonly server: ConformanceServer;
  readonly cases: readonly CaseEntry[];
  readonly mark: string;
  readonly onEvent?: (event: RunEvent) => void;
  readonly signal?: AbortSignal;
}

export async function runDisturbed(browser: InstalledBrowser, disturbance: Disturbance): Promise<Target> {
  const { cases, mark, onEvent, signal } = disturbance;
  const server = killingOnDemand(disturbance);
  return runTarget(
    { id: browser.id, browser, subject: NATIVE, cases },
    {
      server,
      cores: 2,
      workers: 3,
      caseLimitMs: 8_000,
      patience: IMPATIENCE,
      headed: false,
      extras: { args: [], prefs: {}, env: { [MARK]: mark } },
      signal: signal ?? new AbortController().signal,
      listen: onEvent ?? (() => undefined),
    },
  );
}

/** Kills the processes that show pages when a case says that it is about to crash. */
function killingOnDemand({ server, mark }: Disturbance): ConformanceServer {
  return {
    ...server,
    openSession: (options) =>
      server.openSession({
        ...options,
        handle: (sender, message) => {
          const reply = options.handle(sender, message);
          if (message.kind === 'beat' && message.step?.endsWith('crashes') === true) {
            for (const pid of pageProcesses(mark)) process.kill(pid, 'SIGKILL');
          }
          return reply;
        },
      }),
  };
}

export function resultOf(target: Target, { id }: CaseEntry): CaseResult {
  const result = target.cases.find((each) => each.id === id);
  assert.ok(result !== undefined, `${id} has no verdict; incidents: ${JSON.stringify(target.incidents)}`);
  return result;
}

/** The process that is the browser itself, among those of a launch. */
export function mainProcess(mark: string): MarkedProcess | undefined {
  return markedProcesses(mark).find(
    ({ command }) =>
      /chromium|firefox|MiniBrowser/.test(command) &&
      !/--type=|-contentproc|crashpad|crashhelper|setpriv|unshare|dbus|xvfb|Xvfb|main\.js/.test(command),
  );
}

/** The processes that show pages, of whichever engine. */
function pageProcesses(mark: string): readonly number[] {
  return familyOf(mark).pids.filter((pid) =>
    /--type=renderer|-isForBrowser|WebKitWebProcess/.test(commandOf(pid)),
  );
}
