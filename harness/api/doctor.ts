import { availableParallelism } from 'node:os';
import type { FoundBrowser } from '../browsers/index.ts';
import { mend } from '../core/index.ts';
import { type Fact, type Finding, Need, type Target } from '../protocol/index.ts';
import { startServer } from '../server/index.ts';
import { chooseBrowsers } from './browsers.ts';
import { runTarget } from './run-target.ts';
import { NATIVE } from './subjects/subject.ts';
import { SERVED_ROOTS } from './suite.ts';

/** What was found out about one browser on this machine. */
export interface Diagnosis {
  readonly browser: FoundBrowser;
  readonly version: string;
  readonly findings: readonly { readonly need: Need; readonly finding: Finding; readonly mend?: string }[];
  readonly facts: readonly Fact[];
  /** What went wrong when the browser was started. */
  readonly incidents: readonly string[];
}

/** Probes browsers without running a case. */
export async function diagnose(
  names: readonly string[],
  { signal, tell }: { readonly signal: AbortSignal; readonly tell?: (line: string) => void },
): Promise<readonly Diagnosis[]> {
  const { browsers } = await chooseBrowsers(names, tell);
  const server = await startServer(SERVED_ROOTS);
  try {
    const diagnoses: Diagnosis[] = [];
    for (const browser of browsers) {
      const order = {
        id: browser.id,
        browser,
        subject: NATIVE,
        cases: [],
      };
      const target = await runTarget(order, {
        server,
        cores: availableParallelism(),
        headed: false,
        extras: { args: [], prefs: {}, env: {} },
        signal,
        listen: () => undefined,
      });
      diagnoses.push(diagnosis(browser, target));
    }
    return diagnoses;
  } finally {
    await server.close();
  }
}

function diagnosis(
  browser: FoundBrowser,
  { environment, incidents, browser: { version } }: Target,
): Diagnosis {
  const findings = Need.options.flatMap((need) => {
    const finding = environment?.findings[need];
    if (finding === undefined) return [];
    const help =
      finding.status === 'available' ? {} : { mend: mend({ need, finding, engine: browser.engine }) };
    return [{ need, finding, ...help }];
  });
  return {
    browser,
    version,
    findings,
    facts: environment?.facts ?? [],
    incidents: incidents.map(({ message }) => message),
  };
}
