import type { CaseId, PageSetup } from '../protocol/index.ts';
import { registeredCases } from '../../suites/kit/index.ts';
import { runCase } from './mocha-case.ts';
import { RealmWatch } from './realm-watch.ts';

/** Lets whoever debugs run the cases of this lane again from the console, stopping where each begins. */
export function offerAgain(ran: readonly CaseId[], { debug, caseLimitMs }: PageSetup): void {
  if (debug !== true || ran.length === 0) return;
  const again = async (): Promise<void> => {
    for (const id of ran) {
      const found = registeredCases().get(id);
      if (found === undefined) continue;
      // The next call is the case; its body is one step into it.
      // oxlint-disable-next-line no-debugger -- this is what it is for
      debugger;
      const { attempt } = await runCase(found, {
        limitMs: caseLimitMs,
        tell: (step) => console.log(step),
        realm: new RealmWatch(),
      });
      console.log(id, attempt.outcome, attempt);
    }
  };
  // Lanes share the page's origin when somebody debugs, so the console's usual context has it, too.
  for (const realm of [globalThis, parent]) Reflect.set(realm, 'again', again);
  console.log(`${ran.join(', ')}: done. again() runs it once more, and stops where it begins.`);
}
