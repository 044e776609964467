#!/usr/bin/env node
import { Command } from 'commander';
import { loadManifest } from '../api/index.ts';
import { bisectCodeOf } from './bisection.ts';
import { browsersCommand } from './browsers-command.ts';
import { compareCommand } from './compare-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { durationsCommand } from './durations-command.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { explainCommand } from './explain-command.ts';
import { faultOf } from './faults.ts';
import { initCommand } from './init-command.ts';
import { listCommand } from './list-command.ts';
import { mergeCommand } from './merge-command.ts';
import { swallowedByNpm } from './npm-arguments.ts';
import { reportCommand } from './report-command.ts';
import { serveCommand } from './serve-command.ts';
import { runCommand } from './run-command.ts';

async function main(): Promise<void> {
  let code: ExitCode = EXIT.asExpected;
  const end = (next: ExitCode): void => {
    code = next;
  };
  try {
    const { suite } = await loadManifest();
    const runs = runCommand(end);
    const swallowed = swallowedByNpm(
      process.env,
      runs.options.map((option) =>
        option.attributeName().replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      ),
    );
    if (swallowed !== undefined) return finish(EXIT.usage, swallowed);
    const program = new Command('mediarecorder-conformance')
      .description('Conformance test suite for the browser API MediaRecorder')
      .version(suite.version, '-v, --version')
      .showSuggestionAfterError(true)
      .configureOutput({
        outputError: (text, write) => write(`${text.trim().replaceAll(/\s*\n\s*/g, ' ')}\n`),
      })
      .exitOverride();
    // The compiler takes minutes to compare the types of commands with so many options with each other.
    const commands: readonly unknown[] = [
      runs,
      listCommand(end),
      browsersCommand(end),
      doctorCommand(end),
      reportCommand(end),
      compareCommand(end),
      mergeCommand(end),
      durationsCommand(end),
      serveCommand(end),
      explainCommand(end),
      initCommand(end),
    ];
    for (const command of commands) {
      if (!(command instanceof Command)) continue;
      program.addCommand(command.copyInheritedSettings(program), { isDefault: command.name() === 'run' });
      for (const child of command.commands) child.copyInheritedSettings(program);
    }
    await program.parseAsync();
    return finish(code, '');
  } catch (error) {
    const fault = faultOf(error);
    return finish(fault.code, fault.line, error);
  }
}

/** The only place that ends the process. Whatever still runs by now would keep it alive for nothing. */
function finish(code: ExitCode, line: string, error?: unknown): void {
  if (line !== '') process.stderr.write(`error: ${line}\n`);
  // Of a command line that could not be understood, too, this much is clear.
  process.exitCode = process.argv.includes('--bisect') ? bisectCodeOf(code, error) : code;
}

// Whoever reads may have read enough, as `head` has: that is no fault.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

await main();
