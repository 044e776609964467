import type { Engine } from '../../protocol/index.ts';
import { preferred } from '../discover/index.ts';
import { advice } from './advice.ts';
import { aptPackages, debianRoot, npmChromium, playwrightDownload, supplementOf } from './openings.ts';
import type { Opening } from './openings.ts';
import type { Facts } from './facts.ts';
import type { ClosedWay, EnginePlan, ProvidingPlan, Way } from './ways.ts';

/** The ways, in the order in which they are tried. */
const WAYS: readonly ((facts: Facts, engine: Engine) => Opening)[] = [
  playwrightDownload,
  aptPackages,
  npmChromium,
  debianRoot,
];

function planEngine(facts: Facts, engine: Engine): EnginePlan {
  const browser = preferred(facts.installed, engine);
  const supplement = supplementOf(facts, engine);
  const beside = supplement === undefined ? {} : { supplement };
  if (browser !== undefined) {
    const { name, version, lacks = [] } = browser;
    return { kind: 'present', engine, name, version, lacks, ...(lacks.length === 0 ? {} : beside) };
  }
  const ways: Way[] = [];
  const closed: ClosedWay[] = [];
  for (const way of WAYS) {
    const opening = way(facts, engine);
    if (opening.kind === 'open') ways.push(opening.way);
    if (opening.kind === 'closed') closed.push(opening.closed);
  }
  const [first, ...rest] = ways;
  return first === undefined
    ? { kind: 'out-of-reach', engine, closed, advice: advice(facts, engine) }
    : { kind: 'get', engine, ways: [first, ...rest], closed, ...beside };
}

/** Decides, from what is known of a machine, how each wanted engine is got there. */
export function planProviding(facts: Facts, wanted: readonly Engine[]): ProvidingPlan {
  return {
    engines: wanted.map((engine) => planEngine(facts, engine)),
    consent: facts.isRoot && facts.disposable !== 'no' ? 'given' : 'needed',
  };
}
