import type { Answer, Host } from '../discover/host.ts';

/** What a test says about a machine; whatever it leaves out is not there. */
export interface FakeMachine {
  readonly platform?: string;
  readonly home?: string;
  readonly isRoot?: boolean;
  readonly env?: Host['env'];
  /** Path to text; the text of a program is what it says when it is asked for its version. */
  readonly files?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly playwright?: Host['playwright'];
}

/** A host made of a list of files. */
export function fakeHost(machine: FakeMachine): Host {
  const { files = {}, links = {} } = machine;
  const target = (file: string): string => links[file] ?? file;
  const answer = (program: string): Answer => {
    const output = files[target(program)];
    return output === undefined
      ? { kind: 'no-answer', reason: 'could not be started (ENOENT)' }
      : { kind: 'exited', code: 0, output };
  };
  const children = (folder: string): readonly string[] => {
    const separator = folder.includes('\\') ? '\\' : '/';
    const names = [...Object.keys(files), ...Object.keys(links)]
      .filter((file) => file.startsWith(folder + separator))
      .map((file) => file.slice(folder.length + 1).split(separator)[0] ?? '');
    return [...new Set(names)];
  };
  return {
    platform: machine.platform ?? 'linux',
    arch: 'x64',
    home: machine.home ?? '/home/me',
    isRoot: machine.isRoot ?? false,
    env: machine.env ?? { PATH: '/usr/bin' },
    files: {
      exists: (file) => Promise.resolve(target(file) in files || children(file).length > 0),
      read: (file) => Promise.resolve(files[target(file)]),
      list: (folder) => Promise.resolve(children(folder)),
      realPath: (file) => Promise.resolve(target(file)),
      contains: (file, text) => Promise.resolve(files[target(file)]?.includes(text) ?? false),
    },
    ask: ([program = '']) => Promise.resolve(answer(program)),
    playwright: machine.playwright ?? (() => undefined),
  };
}
