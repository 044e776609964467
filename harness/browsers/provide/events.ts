import type { Engine } from '../../protocol/index.ts';
import { describeLack } from '../discover/index.ts';
import type { FoundBrowser, Lack } from '../discover/index.ts';
import { describePlan, titleOf } from './describe.ts';
import type { ProvidingPlan, Supplement, Way } from './ways.ts';

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
  | { readonly kind: 'got'; readonly engine: Engine; readonly browser: FoundBrowser }
  /** A browser is there, and what it needs beside is being got. */
  | { readonly kind: 'supplementing'; readonly engine: Engine; readonly supplement: Supplement }
  | { readonly kind: 'supplemented'; readonly engine: Engine; readonly browser: FoundBrowser }
  /** A browser was got, or left as it is, and still lacks something. */
  | { readonly kind: 'lacking'; readonly engine: Engine; readonly lack: Lack; readonly reason?: string }
  | { readonly kind: 'note'; readonly line: string };

function failureLine(event: Extract<ProvideEvent, { kind: 'failed' }>): string {
  const next = event.next === undefined ? 'Nothing else is left to try.' : `Trying ${titleOf(event.next)}.`;
  return `${event.engine}: ${titleOf(event.way)} failed: ${event.reason.replace(/\.$/, '')}. ${next}`;
}

function lackLine({ engine, lack, reason }: Extract<ProvideEvent, { kind: 'lacking' }>): string {
  return reason === undefined
    ? `${engine}: ${describeLack(lack)}.`
    : `${engine}: ${lack.what}; getting it failed: ${reason.replace(/\.$/, '')}.`;
}

/** An event as the lines that a person reads. */
export function linesOf(event: ProvideEvent): readonly string[] {
  switch (event.kind) {
    case 'announced':
      return describePlan(event.plan);
    case 'waiting':
      return ['Another process is getting browsers; waiting for it.'];
    case 'started':
      return [`${event.engine}: ${titleOf(event.way)} …`];
    case 'progress':
      return [`${event.engine}: ${event.line}`];
    case 'failed':
      return [failureLine(event)];
    case 'got':
      return [`${event.engine}: ${event.browser.name} ${event.browser.version} is ready.`];
    case 'supplementing':
      return [`${event.engine}: ${event.supplement.what} …`];
    case 'supplemented':
      return [`${event.engine}: ${event.browser.name} ${event.browser.version} has all that it needs.`];
    case 'lacking':
      return [lackLine(event)];
    case 'note':
      return [event.line];
  }
}
