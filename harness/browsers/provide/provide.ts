import type { Engine } from '../../protocol/index.ts';
import { describeUnanswered, discover, libavcodecPackage, lookAround, preferred } from '../discover/index.ts';
import type { Discovery, FoundBrowser } from '../discover/index.ts';
import { Apt } from './apt.ts';
import type { ProvideEvent } from './events.ts';
import { failed } from './job.ts';
import type { Job, Step } from './job.ts';
import { whileLocked } from './lock.ts';
import { makeDebianRoot } from './make-root.ts';
import { installNpmChromium } from './npm-chromium.ts';
import { downloadPlaywright } from './playwright-download.ts';
import type { EnginePlan, ProvidingPlan, Way } from './ways.ts';
import type { Workshop } from './workshop.ts';

/** Nobody agreed to what would be fetched and changed. */
export class ConsentError extends Error {
  override readonly name = 'ConsentError';
}

/** How providing is watched, agreed to and stopped. */
export interface Providing {
  /** Agreement beforehand, `--yes`. */
  readonly yes: boolean;
  /** Asks the person at the terminal; left out where there is none. */
  readonly ask?: (question: string) => Promise<boolean>;
  readonly report: (event: ProvideEvent) => void;
  readonly signal: AbortSignal;
}

/** What came of an engine. */
export type Provided =
  | { readonly kind: 'present' | 'got'; readonly engine: Engine; readonly browser: FoundBrowser }
  | { readonly kind: 'failed'; readonly engine: Engine; readonly reason: string };

interface Errand {
  readonly workshop: Workshop;
  readonly providing: Providing;
  readonly apt: { readonly root: Apt; readonly sudo: Apt };
}

type Get = Extract<EnginePlan, { kind: 'get' }>;

async function agree(plan: ProvidingPlan, providing: Providing): Promise<void> {
  if (plan.consent === 'given' || providing.yes) return;
  if (providing.ask === undefined)
    throw new ConsentError('Nothing was fetched or changed, for nobody could be asked. Agree with --yes.');
  if (!(await providing.ask('Go ahead?')))
    throw new ConsentError('Nothing was fetched or changed. Agree with "y" at the question or with --yes.');
}

function go(errand: Errand, job: Job, way: Way): Promise<Step> {
  if (way.kind === 'playwright-download') return downloadPlaywright(job, way);
  if (way.kind === 'apt-packages') return errand.apt[way.through].install(job, way.packages);
  if (way.kind === 'npm-chromium') return installNpmChromium(job, way);
  return makeDebianRoot(job, way, errand.apt.root);
}

/** A file system that is full, or may not be written to, closes one way like any other fault. */
async function attempt(errand: Errand, job: Job, way: Way): Promise<Step> {
  try {
    return await go(errand, job, way);
  } catch (cause) {
    job.signal.throwIfAborted();
    return failed(cause instanceof Error ? cause.message : String(cause));
  }
}

function present({ found, unanswered }: Discovery, engine: Engine): FoundBrowser | Step {
  const browser = preferred(found, engine);
  if (browser !== undefined) return browser;
  const poor = found.find((one) => one.engine === engine);
  if (poor !== undefined)
    return failed(`of ${poor.name} ${poor.version} ${poor.shortcoming ?? 'nothing is known'}`);
  const silent = unanswered.find((one) => one.engine === engine);
  return failed(
    silent === undefined ? 'it brought no browser that can be found' : describeUnanswered(silent),
  );
}

async function get(errand: Errand, plan: Get): Promise<Provided> {
  const { workshop, providing } = errand;
  const { engine } = plan;
  const already = preferred(await discover(workshop.host), engine);
  if (already !== undefined) return { kind: 'present', engine, browser: already };
  let reason = '';
  for (const [index, way] of plan.ways.entries()) {
    providing.report({ kind: 'started', engine, way });
    const progress = (line: string): void => providing.report({ kind: 'progress', engine, line });
    const taken = await attempt(errand, { workshop, signal: providing.signal, progress }, way);
    const result = taken.kind === 'failed' ? taken : present(await lookAround(workshop.host), engine);
    if (!('kind' in result)) {
      providing.report({ kind: 'got', engine, browser: result });
      return { kind: 'got', engine, browser: result };
    }
    reason = result.kind === 'failed' ? result.reason : '';
    const next = plan.ways[index + 1];
    providing.report({ kind: 'failed', engine, way, reason, ...(next === undefined ? {} : { next }) });
  }
  return { kind: 'failed', engine, reason };
}

async function carryOut(errand: Errand, plan: EnginePlan): Promise<Provided> {
  const { engine } = plan;
  if (plan.kind === 'out-of-reach') return { kind: 'failed', engine, reason: plan.advice };
  if (plan.kind === 'get') return supplemented(errand, await get(errand, plan), plan);
  const result = present(await lookAround(errand.workshop.host), engine);
  if ('kind' in result) return { kind: 'failed', engine, reason: 'it was there, and is no more' };
  return supplemented(errand, { kind: 'present', engine, browser: result }, plan);
}

/** Gets what a browser still needs beside itself; without it, too, the browser is there. */
async function supplemented(
  { workshop, providing, apt }: Errand,
  provided: Provided,
  { kind, supplement }: Get | Extract<EnginePlan, { kind: 'present' }>,
): Promise<Provided> {
  if (provided.kind === 'failed') return provided;
  const { engine, browser } = provided;
  const [lack] = browser.lacks ?? [];
  if (lack === undefined) return provided;
  if (supplement === undefined) {
    // Of what was there before the plan has said it.
    if (kind === 'get') providing.report({ kind: 'lacking', engine, lack });
    return provided;
  }
  providing.report({ kind: 'supplementing', engine, supplement });
  const progress = (line: string): void => providing.report({ kind: 'progress', engine, line });
  const job = { workshop, signal: providing.signal, progress };
  const step = await installLibavcodec(apt[supplement.through], job);
  const now = preferred(await discover(workshop.host), engine) ?? browser;
  const [left] = now.lacks ?? [];
  const reason = step.kind === 'failed' ? step.reason : `the package brought no ${supplement.what}`;
  if (left === undefined) providing.report({ kind: 'supplemented', engine, browser: now });
  else providing.report({ kind: 'lacking', engine, lack: left, reason });
  return { ...provided, browser: now };
}

/** What the package is called is known for sure when the package lists are there. */
async function installLibavcodec(apt: Apt, job: Job): Promise<Step> {
  await apt.update(job);
  const name = await libavcodecPackage(job.workshop.host);
  return name === undefined ? failed('apt-get knows no package of it') : apt.install(job, [name]);
}

function changesSomething(plan: EnginePlan): boolean {
  return plan.kind === 'get' || (plan.kind === 'present' && plan.supplement !== undefined);
}

/**
 * Carries out a plan: says what it will do, has it agreed to, and goes the ways of each engine until one works.
 * Stopping it at any moment, or a fault, leaves what the next call goes on with.
 */
export async function provide(
  plan: ProvidingPlan,
  workshop: Workshop,
  providing: Providing,
): Promise<readonly Provided[]> {
  providing.report({ kind: 'announced', plan });
  const errand: Errand = { workshop, providing, apt: { root: new Apt('root'), sudo: new Apt('sudo') } };
  const all = async (): Promise<readonly Provided[]> => {
    const results: Provided[] = [];
    for (const engine of plan.engines) results.push(await carryOut(errand, engine));
    return results;
  };
  if (!plan.engines.some(changesSomething)) return all();
  await agree(plan, providing);
  const waiting = (): void => providing.report({ kind: 'waiting' });
  return whileLocked(workshop, providing.signal, waiting, all);
}
