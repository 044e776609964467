import { SourceError } from '../../fixtures/streams/limit.ts';
import { LIMITS } from './limits.ts';
import { nextMessageTask, pause } from './turns.ts';

const SENTINELS = 24;
/** Collectors that scan the stack may keep some by chance. */
const ENOUGH = SENTINELS / 2;
const ALLOCATIONS_A_ROUND = 16;
const CYCLES_A_ROUND = 500;
const ROUNDS_KEPT = 6;

/** The browser did not collect garbage this time, which says nothing about a recorder. */
export class CollectionError extends SourceError {
  override readonly name = 'CollectionError';
}

/** What each wait has heard so far. A registry that is garbage itself tells nobody, so that one stays for good. */
const collected = new Map<number, number>();
const registry = new FinalizationRegistry<number>((wait) => {
  collected.set(wait, (collected.get(wait) ?? 0) + 1);
});
let waits = 0;
let lately: readonly unknown[] = [];

/**
 * Makes garbage until objects that were dropped when this was called have been collected, and says whether
 * they were. The sentinels are objects of the DOM with listeners, so that one collector has them and recorders alike.
 */
export async function garbageCollected(): Promise<boolean> {
  waits += 1;
  const wait = waits;
  dropSentinels(wait);
  const began = performance.now();
  const enough = (): boolean => (collected.get(wait) ?? 0) >= ENOUGH;
  while (!enough() && performance.now() - began < LIMITS.collectionMs) {
    makeGarbage();
    // The registry calls from a task of its own, and a collector may work beside the page.
    await nextMessageTask();
    await pause(10);
  }
  lately = [];
  return enough();
}

function dropSentinels(wait: number): void {
  for (let each = 0; each < SENTINELS; each += 1) registry.register(cycle(), wait);
}

/** Far more than a collector lets pass, with cycles between script and DOM for those that collect them apart. */
function makeGarbage(): void {
  const round = Array.from({ length: ALLOCATIONS_A_ROUND }, () => {
    const bytes = new Uint8Array(1024 * 1024).fill(1, 0, 1);
    return Array.from({ length: 2_000 }, (_, index) => ({ index, bytes }));
  });
  // What dies young is cheap to collect, and no reason to look for what is old.
  lately = [...lately.slice(1 - ROUNDS_KEPT), round];
  for (let each = 0; each < CYCLES_A_ROUND; each += 1) cycle();
}

/** An object of the DOM that a listener of its own refers to: no count of references finds out that it is garbage. */
function cycle(): EventTarget {
  const target = new EventTarget();
  target.addEventListener('never', () => target.dispatchEvent(new Event('never')));
  return target;
}
