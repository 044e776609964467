/** Proves the suite: every mutant has to be caught by the rules that it breaks, and every rule needs a mutant. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowsers } from '../harness/api/browsers.ts';
import { knownDurations, loadBuiltIn, loadManifest } from '../harness/api/suite.ts';
import { controlsFor, falseAlarmsIn } from '../harness/api/proof/controls.ts';
import { EXCUSED } from '../harness/api/proof/excused.ts';
import { matrixOf, summaryOf, timingsOf } from '../harness/api/proof/matrix.ts';
import { planTrials, provableRules } from '../harness/api/proof/plan.ts';
import { killerOf, type MutantRecord } from '../harness/api/proof/record.ts';
import { runTrials } from '../harness/api/proof/run.ts';
import { holds, judgeProof } from '../harness/api/proof/verdict.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    mutant: { type: 'string', multiple: true },
    rule: { type: 'string', multiple: true },
    section: { type: 'string', multiple: true },
    workers: { type: 'string' },
    output: { type: 'string' },
    timings: { type: 'boolean', default: false },
  },
});

const began = performance.now();
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const manifest = await loadManifest();
const { mutants } = await loadBuiltIn();
const wanted = mutants.list.filter(
  ({ name, breaks }) =>
    (values.mutant === undefined || values.mutant.some((part) => name.includes(part))) &&
    (values.rule === undefined || values.rule.some((rule) => breaks.includes(rule))) &&
    (values.section === undefined ||
      values.section.some((section) => breaks.some((rule) => rule.startsWith(`${section}.`)))),
);
const whole = wanted.length === mutants.list.length;
const trials = planTrials(manifest, wanted, await knownDurations());
const [browser] = await findBrowsers([values.browser]);
if (browser === undefined) throw new Error(`there is no ${values.browser}`);

let done = 0;
const told = ({ mutant, rules }: MutantRecord): void => {
  done += 1;
  const missed = rules.filter((rule) => killerOf(rule) === undefined).map(({ rule }) => rule);
  if (missed.length > 0 && mutant.breaks.length > 0) say(`${mutant.name} survived ${missed.join(', ')}`);
  if (done % 25 === 0) say(`${done} of ${trials.length} mutants and controls`);
};
const tools = {
  browser,
  told,
  ...(values.workers === undefined ? {} : { workers: Number(values.workers) }),
};
say(`${trials.length} mutants in ${browser.name}`);
const records = await runTrials(trials, tools);
const controls = await runTrials(controlsFor(records, trials), tools);
const rules = provableRules(manifest);
// A part of the mutants says nothing of the rules that the others break.
const proof = judgeProof(records, whole ? rules : [], whole ? EXCUSED : new Map(), falseAlarmsIn(controls));

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const output = values.output ?? join(root, 'results', 'proof');
await mkdir(output, { recursive: true });
await writeFile(join(output, 'proof.json'), `${JSON.stringify(proof, null, 2)}\n`);
await writeFile(join(output, 'matrix.md'), matrixOf(proof));
say(
  `Wrote ${join(output, 'matrix.md')} and proof.json after ${Math.round((performance.now() - began) / 1000)} s`,
);
if (values.timings) say(timingsOf(proof));
process.stdout.write(summaryOf(proof, rules.length));
process.exitCode = holds(proof) ? 0 : 1;
