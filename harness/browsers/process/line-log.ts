const MOST_LINES = 200;
const MOST_LETTERS = 4_000;

/** Keeps the last lines of a process's output, and finds lines in it as they come. */
export class LineLog {
  #lines: readonly string[] = [];
  #rest = '';
  readonly #watchers = new Set<(line: string) => void>();

  add(chunk: string): void {
    const parts = (this.#rest + chunk).split('\n');
    // Who never ends a line is cut off rather than kept for ever.
    this.#rest = (parts.pop() ?? '').slice(-MOST_LETTERS);
    for (const line of parts) for (const watcher of this.#watchers) watcher(line);
    const kept = parts.slice(-MOST_LINES).map((line) => line.slice(0, MOST_LETTERS));
    this.#lines = [...this.#lines, ...kept].slice(-MOST_LINES);
  }

  text(): string {
    return [...this.#lines, this.#rest].join('\n').trim();
  }

  /** Settles with the first line that matches; rejects when the process ended before there was one. */
  async find(pattern: RegExp, exited: Promise<string>): Promise<RegExpExecArray> {
    let watcher = (_line: string): void => {};
    const found = new Promise<RegExpExecArray>((resolve) => {
      watcher = (line) => {
        const match = pattern.exec(line);
        if (match !== null) resolve(match);
      };
      this.#watchers.add(watcher);
      for (const line of this.#lines) watcher(line);
    });
    try {
      return await Promise.race([
        found,
        exited.then((how) => {
          throw new Error(`it ${how} before it was ready\n${this.text()}`.trim());
        }),
      ]);
    } finally {
      this.#watchers.delete(watcher);
    }
  }
}
