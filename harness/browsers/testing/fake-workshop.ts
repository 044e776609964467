import { fakeHost } from './fake-host.ts';
import type { FakeMachine } from './fake-host.ts';
import type { Ended, Workshop } from '../provide/workshop.ts';

/** What a test decides about a program that is run; it may change the files. */
export type Script = (
  command: string,
  files: Record<string, string>,
  signal: AbortSignal,
) => Ended | undefined;

export interface FakeWorkshop extends Workshop {
  readonly contents: Record<string, string>;
  readonly commands: string[];
}

const OK: Ended = { kind: 'exited', code: 0, lastLines: [] };

/** A program that ended badly after saying something. */
export function fault(line: string): Ended {
  return { kind: 'exited', code: 1, lastLines: [line] };
}

/** A workshop whose files are a record and whose programs are a script; what the script leaves out works. */
export function fakeWorkshop(machine: FakeMachine, script: Script = () => undefined): FakeWorkshop {
  const contents: Record<string, string> = { '/proc/self/mountinfo': '', ...machine.files };
  const commands: string[] = [];
  const host = fakeHost({ ...machine, files: contents });
  const beneath = (file: string): readonly string[] =>
    Object.keys(contents).filter((name) => name === file || name.startsWith(`${file}/`));
  const remove = (file: string): void => {
    for (const name of beneath(file)) delete contents[name];
  };
  return {
    host,
    contents,
    commands,
    pid: 1000,
    playwrightInstaller: ['installer'],
    files: {
      makeFolder: () => Promise.resolve(),
      write: (file, text) => Promise.resolve(void (contents[file] = text)),
      claim: (file, text) => {
        if (file in contents) return Promise.resolve(false);
        contents[file] = text;
        return Promise.resolve(true);
      },
      touch: () => Promise.resolve(),
      ageMs: (file) => Promise.resolve(file in contents ? 0 : undefined),
      rename: (from, to) => {
        for (const name of beneath(from)) {
          contents[to + name.slice(from.length)] = contents[name] ?? '';
          delete contents[name];
        }
        return Promise.resolve();
      },
      remove: (file) => Promise.resolve(remove(file)),
      unpackBrotli: (_, to) => Promise.resolve(void (contents[to] = '')),
    },
    run: async (command, _running, signal) => {
      signal.throwIfAborted();
      const line = command.join(' ');
      commands.push(line);
      if (line.startsWith('rm -rf')) remove(command.at(-1) ?? '');
      const ended = script(line, contents, signal) ?? OK;
      signal.throwIfAborted();
      return ended;
    },
    reach: () => Promise.resolve('unreachable'),
    isAlive: () => true,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
