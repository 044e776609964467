import type { ClosedWay, EnginePlan, ProvidingPlan, Way } from './ways.ts';

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

function describeWay(way: Way, index: number): string {
  const root = !way.needsRoot
    ? ''
    : way.kind === 'apt-packages' && way.through === 'sudo'
      ? '; asks sudo'
      : '; as root';
  return `  ${index === 0 ? 'fetches' : 'or else'} ${way.fetches} (about ${way.megabytes} MB), changes ${way.changes}${root}`;
}

function describeClosed(closed: readonly ClosedWay[]): readonly string[] {
  return closed.map((one) => `  not ${titleOf(one)}: ${one.why}`);
}

function describeEngine(plan: EnginePlan): readonly string[] {
  if (plan.kind === 'present') return [`${plan.engine}: ${plan.name} ${plan.version} is there`];
  const closed = describeClosed(plan.closed);
  if (plan.kind === 'get') return [`${plan.engine}:`, ...plan.ways.map(describeWay), ...closed];
  return [`${plan.engine}: cannot be got here by itself`, ...closed, `  ${plan.advice}`];
}

/** What is about to be fetched and changed, and what is not possible, for a person to read before it happens. */
export function describePlan(plan: ProvidingPlan): readonly string[] {
  return plan.engines.flatMap(describeEngine);
}
