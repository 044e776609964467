import { spawn } from 'node:child_process';
import { endRelatives, launchMark } from '../process/relatives.ts';
import type { Answer } from './host.ts';

/** How much of the beginning and of the end of what a program prints is kept. */
const KEPT_LETTERS = 64 * 1024;

/** How long a program that has ended may leave its output open, as one does that started something in the background. */
const OPEN_OUTPUT_MS = 1_000;

/** Keeps the first and the last part of a text of any length. */
export class BothEnds {
  #head = '';
  #tail = '';
  #left = 0;
  readonly #most: number;

  constructor(most = KEPT_LETTERS) {
    this.#most = most;
  }

  add(chunk: string): void {
    const room = this.#most - this.#head.length;
    this.#head += chunk.slice(0, room);
    const all = this.#tail + chunk.slice(room);
    this.#tail = all.slice(-this.#most);
    this.#left += all.length - this.#tail.length;
  }

  text(): string {
    const gap = this.#left === 0 ? '' : `\n… ${this.#left} characters left out …\n`;
    return `${this.#head}${gap}${this.#tail}`;
  }
}

/** Runs a program, with nothing to read, until it ends or its time is up; then it ends with what it started. */
export function askProgram(command: readonly string[], limitMs: number): Promise<Answer> {
  const [program = '', ...args] = command;
  const mark = launchMark();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...mark.env },
      windowsHide: true,
    });
    const streams = [child.stdout, child.stderr];
    const kept = streams.map((stream) => {
      const ends = new BothEnds();
      stream.setEncoding('utf8').on('data', (chunk: string) => ends.add(chunk));
      return ends;
    });
    const output = (): string => kept.map((ends) => ends.text()).join('\n');
    const settle = (answer: Answer): void => {
      clearTimeout(limit);
      clearTimeout(openOutput);
      for (const stream of streams) stream.destroy();
      resolve(answer);
    };
    let openOutput: NodeJS.Timeout | undefined;
    let isLate = false;
    const limit = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
      const reason = `did not answer within ${limitMs / 1000} s`;
      void endRelatives(mark).then(() => settle({ kind: 'late', reason, output: output() }));
    }, limitMs);
    child.once('error', (error) => {
      const code = 'code' in error && typeof error.code === 'string' ? error.code : error.message;
      settle({ kind: 'no-answer', reason: `could not be started (${code})` });
    });
    const ended = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (isLate) return;
      if (code === null) settle({ kind: 'no-answer', reason: `was ended by ${signal ?? 'a signal'}` });
      else settle({ kind: 'exited', code, output: output() });
    };
    child.once('exit', (code, signal) => {
      openOutput = setTimeout(() => ended(code, signal), OPEN_OUTPUT_MS);
    });
    child.once('close', ended);
  });
}
