import { Command } from '@commander-js/extra-typings';
import { explain, explanationText } from '../api/index.ts';
import { collect } from './arguments.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** `explain`: one rule, with where it is said, its cases, and what was seen of it. */
export function explainCommand(end: (code: ExitCode) => void) {
  return new Command('explain')
    .description('say all of a rule: statement, source, cases, and what the newest run saw')
    .argument('<rule>', 'the id of a rule or of one of its cases')
    .option('--results <file>', 'a results.json or its folder', 'results/latest')
    .option('--suite <dir>', "know a folder of suites beside the package's own; repeatable", collect)
    .option('--json', 'print JSON')
    .action(async (rule, { results, suite, json }, command) => {
      const named = command.getOptionValueSource('results') !== 'default';
      const explanation = await explain(rule, { results, mustExist: named, suites: suite ?? [] });
      process.stdout.write(
        json === true ? `${JSON.stringify(explanation, null, 2)}\n` : explanationText(explanation),
      );
      end(EXIT.asExpected);
    });
}
