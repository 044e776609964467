/** Proves the suite: every mutant has to be caught by the rules that it breaks, and every rule needs a mutant. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowsers } from '../harness/api/browsers.ts';
import { matrixOf, summaryOf, timingsOf } from '../harness/api/proof/matrix.ts';
import { proveSuite } from '../harness/api/proof/prove.ts';
import { killerOf, type MutantRecord } from '../harness/api/proof/record.ts';
import { holds } from '../harness/api/proof/verdict.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

const TOLD_EACH = 25;

const USAGE = `usage: npm run prove -- [options]

Every mutant has to be caught by the rules that it breaks, and every rule needs
a mutant. Writes matrix.md and proof.json; exits with 1 when something survived.

  --browser <name>   where to prove it (default: chromium)
  --mutant <part>    only mutants with this in their name; repeatable
  --rule <id>        only mutants that break this rule; repeatable
  --section <id>     only mutants that break a rule of this section; repeatable
  --workers <n>      lanes (default: chosen from the cores)
  --output <dir>     where the matrix goes (default: results/proof)
  --timings          say what took longest
  -h, --help         print this
`;

/** What was asked for; who asks for help or for something unknown is told what there is, and nothing is run. */
function asked() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'string', default: 'chromium' },
        mutant: { type: 'string', multiple: true },
        rule: { type: 'string', multiple: true },
        section: { type: 'string', multiple: true },
        workers: { type: 'string' },
        output: { type: 'string' },
        timings: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (!values.help) return values;
    process.stdout.write(USAGE);
    return process.exit(0);
  } catch (error) {
    return refusedFor(error);
  }
}

function refusedFor(error: unknown): never {
  return refused(error instanceof Error ? error.message : String(error));
}

function refused(message: string): never {
  process.stderr.write(`${message}\n\n${USAGE}`);
  return process.exit(2);
}

const values = asked();
const { mutant: names, rule: rules, section: sections, workers } = values;

const began = performance.now();
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const [browser] = await findBrowsers([values.browser]).catch(refusedFor);
if (browser === undefined)
  refused(
    `there is no browser called ${values.browser} here; "npx mediarecorder-conformance browsers" prints those that are found`,
  );

let done = 0;
const told = ({ mutant, rules: tried }: MutantRecord): void => {
  done += 1;
  const missed = tried.filter((rule) => killerOf(rule) === undefined).map(({ rule }) => rule);
  if (missed.length > 0) say(`${mutant.name} survived ${missed.join(', ')}`);
  if (done % TOLD_EACH === 0) say(`${done} mutants`);
};
const proved = await proveSuite({
  browser,
  told,
  say,
  ...(workers === undefined ? {} : { workers: Number(workers) }),
  wants: ({ name, breaks }) =>
    (names === undefined || names.some((part) => name.includes(part))) &&
    (rules === undefined || rules.some((rule) => breaks.includes(rule))) &&
    (sections === undefined ||
      sections.some((section) => breaks.some((rule) => rule.startsWith(`${section}.`)))),
});

const output = values.output ?? join(PACKAGE_ROOT, 'results', 'proof');
await mkdir(output, { recursive: true });
await writeFile(join(output, 'proof.json'), `${JSON.stringify(proved.proof, null, 2)}\n`);
await writeFile(join(output, 'matrix.md'), matrixOf(proved.proof));
const seconds = Math.round((performance.now() - began) / 1000);
say(`Wrote ${join(output, 'matrix.md')} and proof.json after ${seconds} s`);
if (values.timings) say(timingsOf(proved.proof));
process.stdout.write(summaryOf(proved.proof, proved.rules.length));
process.exitCode = holds(proved.proof) ? 0 : 1;
