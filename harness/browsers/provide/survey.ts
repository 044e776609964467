import { Engine } from '../../protocol/index.ts';
import { discover, preferred } from '../discover/index.ts';
import { gatherFacts } from './facts.ts';
import { planProviding } from './plan.ts';
import { reachPlaywright } from './playwright-download.ts';
import type { ProvidingPlan } from './ways.ts';
import type { Workshop } from './workshop.ts';

/** Looks at the machine and plans how the wanted engines are got; without a list, all three. */
export async function surveyProviding(
  workshop: Workshop,
  wanted: readonly Engine[] = Engine.options,
): Promise<ProvidingPlan> {
  const { host } = workshop;
  const installed = await discover(host);
  const sought = wanted.find(
    (engine) => preferred(installed, engine) === undefined && host.playwright(engine) !== undefined,
  );
  const server = sought === undefined ? 'unknown' : await reachPlaywright(workshop, sought);
  return planProviding(await gatherFacts(host, installed, server), wanted);
}
