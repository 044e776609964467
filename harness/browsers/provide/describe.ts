import { describeLack } from '../discover/index.ts';
import type { ClosedWay, EnginePlan, ProvidingPlan, Supplement, Way } from './ways.ts';

type Present = Extract<EnginePlan, { kind: 'present' }>;

const TITLES = {
  'playwright-download': `Playwright's download`,
  'apt-packages': `the distribution's packages`,
  'npm-chromium': 'the Chromium on npm',
  'debian-root': 'a Debian 13 root',
} as const satisfies Record<Way['kind'], string>;

/** What a way is called in a sentence. */
export function titleOf(way: Pick<Way, 'kind'>): string {
  return TITLES[way.kind];
}

function rights(through: 'root' | 'sudo'): string {
  return through === 'sudo' ? '; asks sudo' : '; as root';
}

function describeWay(way: Way, index: number): string {
  const root = !way.needsRoot ? '' : rights(way.kind === 'apt-packages' ? way.through : 'root');
  return `  ${index === 0 ? 'fetches' : 'or else'} ${way.fetches} (about ${way.megabytes} MB), changes ${way.changes}${root}`;
}

function describeSupplement(first: string, supplement: Supplement | undefined): readonly string[] {
  if (supplement === undefined) return [];
  const { fetches, megabytes, changes, through } = supplement;
  return [`  ${first} ${fetches} (about ${megabytes} MB), changes ${changes}${rights(through)}`];
}

/** What is about to be got need not be got by hand. */
function describePresent({ engine, name, version, lacks, supplement }: Present): readonly string[] {
  const gaps = lacks.map((lack) => `  ${supplement === undefined ? describeLack(lack) : lack.what}`);
  return [`${engine}: ${name} ${version} is there`, ...gaps, ...describeSupplement('fetches', supplement)];
}

function describeClosed(closed: readonly ClosedWay[]): readonly string[] {
  return closed.map((one) => `  not ${titleOf(one)}: ${one.why}`);
}

function describeEngine(plan: EnginePlan): readonly string[] {
  if (plan.kind === 'present') return describePresent(plan);
  const closed = describeClosed(plan.closed);
  if (plan.kind === 'get') {
    const beside = describeSupplement('and then', plan.supplement);
    return [`${plan.engine}:`, ...plan.ways.map(describeWay), ...beside, ...closed];
  }
  return [`${plan.engine}: cannot be got here by itself`, ...closed, `  ${plan.advice}`];
}

/** What is about to be fetched and changed, and what is not possible, for a person to read before it happens. */
export function describePlan(plan: ProvidingPlan): readonly string[] {
  return plan.engines.flatMap(describeEngine);
}
