import { Command } from '@commander-js/extra-typings';
import {
  describeLack,
  describeUnanswered,
  diagnose,
  listBrowsers,
  type Diagnosis,
  type MissingEngine,
} from '../api/index.ts';
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
        const tell = (line: string): void => void process.stderr.write(`${line}\n`);
        const diagnoses = await diagnose(browser ?? [], { signal, tell });
        const gaps = (await listBrowsers(tell)).missing.map(gapText);
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

function gapText({ engine, command, unanswered }: MissingEngine): string {
  return unanswered === undefined
    ? `${engine}: missing; get it with "${command}"`
    : `${engine}: ${describeUnanswered(unanswered)}`;
}

const MARKS = { available: 'ok', blocked: 'BLOCKED', unsupported: 'no' } as const;

function textOf({ browser, version, findings, facts, incidents }: Diagnosis): string {
  return [
    `${browser.name} ${version} (${browser.id}, ${browser.driver})`,
    ...(browser.lacks ?? []).map((lack) => `  ! ${describeLack(lack)}`),
    ...incidents.map((incident) => `  ! ${incident}`),
    ...findings.flatMap(({ need, finding, mend }) => [
      `  ${MARKS[finding.status].padEnd(8)}${need}: ${finding.evidence}`,
      ...(mend === undefined ? [] : [`          → ${mend}`]),
    ]),
    ...facts.map(({ name, value }) => `          ${name}: ${value}`),
  ].join('\n');
}
