import { Command } from '@commander-js/extra-typings';
import { diagnose, listBrowsers, type Diagnosis } from '../api/index.ts';
import { collect } from './arguments.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { interruption } from './interruption.ts';

/** `doctor`: what each browser can do on this machine, and what would mend what it cannot. */
export function doctorCommand(end: (code: ExitCode) => void) {
  return new Command('doctor')
    .description('probe the browsers: what each can do on this machine, and what would mend the rest')
    .option(
      '-b, --browser <name|path>',
      'engine, product, id or path; repeatable (default: every engine)',
      collect,
    )
    .option('--json', 'print JSON')
    .allowExcessArguments(false)
    .action(async ({ browser, json }) => {
      const { signal, release } = interruption(() => undefined);
      try {
        const diagnoses = await diagnose(browser ?? [], signal);
        const { missing } = await listBrowsers();
        const gaps = missing.map(({ engine, command }) => `${engine}: missing; get it with "${command}"`);
        const text = [...diagnoses.map(textOf), ...(browser === undefined ? gaps : [])].join('\n\n');
        process.stdout.write(`${json === true ? JSON.stringify(diagnoses, null, 2) : text}\n`);
        end(
          signal.aborted
            ? EXIT.interrupted
            : diagnoses.some(couldNotStart)
              ? EXIT.cannotRun
              : EXIT.asExpected,
        );
      } finally {
        release();
      }
    });
}

function couldNotStart({ findings }: Diagnosis): boolean {
  return findings.length === 0;
}

const MARKS = { available: 'ok', blocked: 'BLOCKED', unsupported: 'no' } as const;

function textOf({ browser, version, findings, facts, incidents }: Diagnosis): string {
  return [
    `${browser.name} ${version} (${browser.id}, ${browser.driver})`,
    ...incidents.map((incident) => `  ! ${incident}`),
    ...findings.flatMap(({ need, finding, mend }) => [
      `  ${MARKS[finding.status].padEnd(8)}${need}: ${finding.evidence}`,
      ...(mend === undefined ? [] : [`          → ${mend}`]),
    ]),
    ...facts.map(({ name, value }) => `          ${name}: ${value}`),
  ].join('\n');
}
