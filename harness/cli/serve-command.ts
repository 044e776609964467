import { Command } from '@commander-js/extra-typings';
import { openOnDesktop, serveReports } from '../api/index.ts';
import { portNumber } from './arguments.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { interruption } from './interruption.ts';

/** `serve`: reports to be read in any browser of this machine. */
export function serveCommand(end: (code: ExitCode) => void) {
  return new Command('serve')
    .description('show reports at an address of this machine, until Ctrl-C')
    .argument('[dir]', 'a folder of a run, or of many', 'results')
    .option('--port <n>', 'where to listen (default: any free port)', portNumber)
    .option('--open', 'open it on the desktop')
    .action(async (dir, { port, open }) => {
      const { signal, release } = interruption(() => undefined);
      const server = await serveReports(dir, port ?? 0);
      try {
        process.stdout.write(`${server.url}\n`);
        const trouble = open === true ? await openOnDesktop(server.url) : undefined;
        if (trouble !== undefined) process.stderr.write(`${trouble}\n`);
        if (!signal.aborted)
          await new Promise((resolve) => {
            signal.addEventListener('abort', resolve, { once: true });
          });
        // Being ended is how a server is meant to end.
        end(EXIT.asExpected);
      } finally {
        release();
        await server.close();
      }
    });
}
