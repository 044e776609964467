import type { VNode } from 'preact';
import type { Standings } from '../../../summary.ts';

/** A bar of kept, broken and undecided rules; the words beside it say the same. */
export function StandingsBar({ of }: { readonly of: Standings }): VNode {
  const undecided = of.blocked + of.unsupported + of.harnessError + of.notRun;
  const parts = [
    ['kept', of.kept],
    ['broken', of.decided - of.kept],
    ['undecided', undecided],
  ] as const;
  const total = of.decided + undecided || 1;
  let x = 0;
  return (
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(([name, count]) => {
        const width = (count / total) * 100;
        const from = x;
        x += width;
        return count === 0 ? null : (
          <rect key={name} class={name} x={from} y="0" width={Math.max(0.6, width - 0.5)} height="6" />
        );
      })}
    </svg>
  );
}
