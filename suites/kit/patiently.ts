import { LIMITS } from './limits.ts';
import { limited } from './turns.ts';
import type { WaitLog } from './wait-log.ts';

/** How something is waited for that may never come. */
export interface Patience {
  readonly waits: WaitLog;
  /**
   * Settles when anything that was to come by now would have come, with what shows that. Data that comes
   * unprompted has no moment at which it must come: what brings some after a timeslice shows it.
   */
  readonly proof: (timeslice?: number) => Promise<string>;
}

/** What was waited for, or what shows that it does not come. */
export type Awaited<T> =
  { readonly came: true; readonly value: T } | { readonly came: false; readonly proof: string };

/**
 * Waits for something, and looks for proof that it is missing only when patience has run out: a control
 * recording beside everything that does come would slow all the other lanes down.
 */
export async function patiently<T>(
  name: string,
  promise: Promise<T>,
  { waits, proof }: Patience,
  timeslice?: number,
): Promise<Awaited<T>> {
  const came = promise.then((value): Awaited<T> => ({ came: true, value }));
  const soon = await waits.during(name, limited(came, LIMITS.patienceMs));
  if (soon !== undefined) return soon;
  const missing = proof(timeslice).then((said): Awaited<T> => ({ came: false, proof: said }));
  return waits.during(`${name}, missing`, Promise.race([came, missing]));
}
