import type { Target } from '../protocol/index.ts';
import { SubjectError } from './errors.ts';
import type { RunEvent } from './events.ts';
import { runTarget, type TargetOrder, type TargetTools } from './run-target.ts';
import { isForeign } from './subjects/subject.ts';

/**
 * Runs the orders of different browsers side by side, and those of one browser after another: the browser's own
 * recorder last, so that a subject that fits nowhere is found out before anything else was run for its sake.
 */
export async function runOrders(
  orders: readonly TargetOrder[],
  tools: TargetTools,
): Promise<readonly Target[]> {
  const unfit = new Map<TargetOrder, string>();
  const inVain = new AbortController();
  const foreign = orders.filter(testsForeign);
  const listenTo =
    (order: TargetOrder) =>
    (event: RunEvent): void => {
      tools.listen(event);
      if (event.kind !== 'unfit') return;
      unfit.set(order, event.message);
      if (foreign.every((each) => unfit.has(each))) inVain.abort();
    };
  const signal = AbortSignal.any([tools.signal, inVain.signal]);
  const targets = new Map<TargetOrder, Target>();
  await Promise.all(
    [...new Set(orders.map(({ browser }) => browser))].map(async (browser) => {
      const own = orders.filter((order) => order.browser === browser);
      for (const order of [...own.filter(testsForeign), ...own.filter((each) => !testsForeign(each))])
        targets.set(order, await runTarget(order, { ...tools, signal, listen: listenTo(order) }));
    }),
  );
  if (inVain.signal.aborted) throw new SubjectError([...new Set(unfit.values())].join('; '));
  return orders.flatMap((order) => targets.get(order) ?? []);
}

function testsForeign({ subject }: TargetOrder): boolean {
  return isForeign(subject.subject);
}
