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
  /** How long programs take to answer, in milliseconds by the host's own clock; they answer at once if not given. */
  readonly delays?: Readonly<Record<string, number>>;
  /** What other programs print, by their command line. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** A clock that goes on to whatever is due next as soon as nothing else is to be done. */
class FakeClock {
  #now = 0;
  #due: readonly { readonly at: number; readonly task: () => void }[] = [];
  #goes = false;

  get now(): number {
    return this.#now;
  }

  after(ms: number, task: () => void): () => void {
    const due = { at: this.#now + ms, task };
    this.#due = [...this.#due, due].toSorted((a, b) => a.at - b.at);
    if (!this.#goes) this.#goOn();
    return () => {
      this.#due = this.#due.filter((each) => each !== due);
    };
  }

  #goOn(): void {
    this.#goes = true;
    setImmediate(() => {
      const [next, ...rest] = this.#due;
      this.#goes = false;
      if (next === undefined) return;
      this.#due = rest;
      this.#now = next.at;
      next.task();
      if (this.#due.length > 0 && !this.#goes) this.#goOn();
    });
  }
}

/** A host whose clock and words can be looked at. */
export interface FakeHost extends Host {
  readonly clock: FakeClock;
  readonly told: string[];
}

/** A host made of a list of files. */
export function fakeHost(machine: FakeMachine): FakeHost {
  const { files = {}, links = {}, delays = {}, answers = {} } = machine;
  const clock = new FakeClock();
  const told: string[] = [];
  const target = (file: string): string => links[file] ?? file;
  const answer = (command: readonly string[]): Answer => {
    const [program = ''] = command;
    const output = answers[command.join(' ')] ?? files[target(program)];
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
    ask: (command, limitMs) => {
      const delay = delays[command[0] ?? ''] ?? 0;
      const late: Answer = { kind: 'late', reason: `did not answer within ${limitMs / 1000} s`, output: '' };
      if (delay === 0) return Promise.resolve(answer(command));
      return new Promise((resolve) => {
        clock.after(Math.min(delay, limitMs), () => resolve(delay > limitMs ? late : answer(command)));
      });
    },
    unanswered: new Set(),
    after: (ms, task) => clock.after(ms, task),
    tell: (line) => void told.push(line),
    playwright: machine.playwright ?? (() => undefined),
    clock,
    told,
  };
}
