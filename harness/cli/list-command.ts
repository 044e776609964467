import { Command } from '@commander-js/extra-typings';
import { joinSuites, loadCoverage, type Manifest } from '../api/index.ts';
import { collect } from './arguments.ts';
import { coverageText } from './coverage-text.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** `list`: the catalogue by section. */
export function listCommand(end: (code: ExitCode) => void) {
  return new Command('list')
    .description('print the rules by section, with level, standing, source and number of cases')
    .option('--json', 'print JSON, with the ids of the cases')
    .option(
      '--coverage',
      'print what the spec and the documentation state, each statement with its rules or the reason why it has none',
    )
    .option('--suite <dir>', "list a folder of suites beside the package's own; repeatable", collect)
    .option('--no-built-in', "leave the package's own suite out")
    .allowExcessArguments(false)
    .action(async ({ json, coverage, suite = [], builtIn }) => {
      const asJson = json === true;
      const { manifest } = await joinSuites({ suites: suite, builtIn }, process.cwd());
      process.stdout.write(coverage === true ? await coverageListed(asJson) : rulesListed(manifest, asJson));
      end(EXIT.asExpected);
    });
}

async function coverageListed(asJson: boolean): Promise<string> {
  const coverage = await loadCoverage();
  return asJson ? `${JSON.stringify({ coverage }, null, 2)}\n` : coverageText(coverage);
}

function rulesListed(manifest: Manifest, asJson: boolean): string {
  return asJson ? `${JSON.stringify(catalogueOf(manifest), null, 2)}\n` : textOf(manifest);
}

function catalogueOf({ suite, rules, cases }: Manifest) {
  return {
    suite,
    rules: rules.map(({ sectionTitle: _title, ...rule }) => ({
      ...rule,
      cases: idsOf(casesOf(cases, rule.id)),
      fullProfileOnly: idsOf(ofProfile(casesOf(cases, rule.id), 'full')),
      foreignOnly: idsOf(ofProfile(casesOf(cases, rule.id), 'foreign')),
    })),
  };
}

function casesOf(cases: Manifest['cases'], rule: string): Manifest['cases'] {
  return cases.filter((entry) => entry.rule === rule);
}

function idsOf(cases: Manifest['cases']): readonly string[] {
  return cases.map(({ id }) => id);
}

function ofProfile(cases: Manifest['cases'], name: Manifest['cases'][number]['profile']): Manifest['cases'] {
  return cases.filter(({ profile }) => profile === name);
}

function countOf(cases: Manifest['cases']): string {
  const long = ofProfile(cases, 'full').length;
  const foreign = ofProfile(cases, 'foreign').length;
  return [
    `${cases.length} ${cases.length === 1 ? 'case' : 'cases'}`,
    ...(long === 0 ? [] : [`${long} only with --profile full`]),
    ...(foreign === 0 ? [] : [`${foreign} only for foreign recorders or with --profile full`]),
  ].join(', ');
}

function textOf({ rules, cases }: Manifest): string {
  const lines: string[] = [];
  let section = '';
  for (const rule of rules) {
    if (rule.section !== section) lines.push('', rule.sectionTitle);
    section = rule.section;
    lines.push(`  ${rule.id}`, `    ${rule.statement}`);
    lines.push(
      `    ${rule.level}, ${rule.standing}; ${countOf(casesOf(cases, rule.id))}; ${rule.source.label}`,
    );
    lines.push(`    ${rule.source.url}`);
    if (rule.beyondScripts !== undefined) lines.push(`    beyond scripts: ${rule.beyondScripts}`);
    if (rule.untestable !== undefined) lines.push(`    not tested: ${rule.untestable}`);
  }
  lines.push('', `${rules.length} rules, ${countOf(cases)}`);
  return `${lines.slice(1).join('\n')}\n`;
}
