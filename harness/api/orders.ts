import type { FoundBrowser } from '../browsers/index.ts';
import type { CaseEntry } from '../protocol/index.ts';
import type { TargetOrder } from './run-target.ts';

/** One order for each browser; the same browser twice makes two targets. */
export function ordersFor(
  browsers: readonly FoundBrowser[],
  cases: readonly CaseEntry[],
): readonly TargetOrder[] {
  const seen = new Map<string, number>();
  return browsers.map((browser) => {
    const nth = (seen.get(browser.id) ?? 0) + 1;
    seen.set(browser.id, nth);
    const id = nth === 1 ? browser.id : `${browser.id}-${nth}`;
    return { id, browser, subject: { kind: 'native', name: 'MediaRecorder' }, cases };
  });
}
