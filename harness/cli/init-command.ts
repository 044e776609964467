import { Command } from '@commander-js/extra-typings';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { writeText } from '../api/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { expectationFiles } from './init/expectation-files.ts';
import { configFile } from './init/config-file.ts';
import { WORKFLOW } from './init/workflow.ts';

/** What is written for a project that starts to use this one. */
function starters(): Readonly<Record<string, string>> {
  return {
    'mediarecorder-conformance.config.ts': configFile(),
    ...expectationFiles(),
    '.github/workflows/mediarecorder-conformance.yml': WORKFLOW,
  };
}

/** `init`: a commented config, files of expectations and a workflow to start from. */
export function initCommand(end: (code: ExitCode) => void) {
  return new Command('init')
    .description('write a config, files of expectations and a CI workflow to start from')
    .argument('[dir]', 'where to', '.')
    .option('--force', 'replace files that are there already')
    .action(async (dir, { force }) => {
      for (const [name, text] of Object.entries(starters())) {
        const file = join(dir, name);
        const there = await access(file).then(
          () => true,
          () => false,
        );
        if (there && force !== true) {
          process.stderr.write(`Left ${file} as it is; --force replaces it\n`);
          continue;
        }
        await writeText(file, text);
        process.stderr.write(`Wrote ${file}\n`);
      }
      end(EXIT.asExpected);
    });
}
