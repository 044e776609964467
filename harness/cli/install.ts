import { createInterface } from 'node:readline/promises';
import { installBrowsers, linesOf, listBrowsers, preferred, type Provided } from '../api/index.ts';
import { Engine } from '../protocol/index.ts';

const PROGRESS_EVERY_MS = 5_000;

/** How installing is told and agreed to. */
export interface InstallStyle {
  readonly yes: boolean;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Gets engines that are missing, and says what it does while it does it. */
export async function install(
  engines: readonly Engine[],
  { yes, say, signal }: InstallStyle,
): Promise<readonly Provided[]> {
  let last = performance.now();
  return installBrowsers(engines, {
    yes,
    signal,
    ...(process.stdin.isTTY ? { ask } : {}),
    report: (event) => {
      if (event.kind === 'progress') {
        if (performance.now() - last < PROGRESS_EVERY_MS) return;
        last = performance.now();
      }
      for (const line of linesOf(event)) say(line);
    },
  });
}

/**
 * The engines among the names for which something can be got: nothing on this machine can run them whole, or what
 * runs them lacks something that can be installed. All three count if there are no names.
 */
export async function missingAmong(
  names: readonly string[],
  say: (line: string) => void,
): Promise<readonly Engine[]> {
  const wanted =
    names.length === 0 ? Engine.options : Engine.options.filter((engine) => names.includes(engine));
  const { found, missing } = await listBrowsers(say);
  const lacking = Engine.options.filter((engine) =>
    preferred(found, engine)?.lacks?.some(({ installable }) => installable),
  );
  return wanted.filter((engine) => lacking.includes(engine) || missing.some((gap) => gap.engine === engine));
}

async function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
