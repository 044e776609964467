import type { Engine } from '../../protocol/index.ts';
import type { FoundBrowser } from '../discover/index.ts';
import { describePlan, titleOf } from './describe.ts';
import type { ProvidingPlan, Way } from './ways.ts';

/** What is told while browsers are being got, in the order in which it happens. */
export type ProvideEvent =
  | { readonly kind: 'announced'; readonly plan: ProvidingPlan }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'started'; readonly engine: Engine; readonly way: Way }
  /** A line of the program at work; many a second, of interest only while they last. */
  | { readonly kind: 'progress'; readonly engine: Engine; readonly line: string }
  | {
      readonly kind: 'failed';
      readonly engine: Engine;
      readonly way: Way;
      readonly reason: string;
      readonly next?: Way;
    }
  | { readonly kind: 'got'; readonly engine: Engine; readonly browser: FoundBrowser };

function failureLine(event: Extract<ProvideEvent, { kind: 'failed' }>): string {
  const next = event.next === undefined ? 'Nothing else is left to try.' : `Trying ${titleOf(event.next)}.`;
  return `${event.engine}: ${titleOf(event.way)} failed: ${event.reason.replace(/\.$/, '')}. ${next}`;
}

/** An event as the lines that a person reads. */
export function linesOf(event: ProvideEvent): readonly string[] {
  if (event.kind === 'announced') return describePlan(event.plan);
  if (event.kind === 'waiting') return ['Another process is getting browsers; waiting for it.'];
  if (event.kind === 'started') return [`${event.engine}: ${titleOf(event.way)} …`];
  if (event.kind === 'progress') return [`${event.engine}: ${event.line}`];
  if (event.kind === 'failed') return [failureLine(event)];
  return [`${event.engine}: ${event.browser.name} ${event.browser.version} is ready.`];
}
