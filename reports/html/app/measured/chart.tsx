import { plot, type PlotOptions } from '@observablehq/plot';
import type { VNode } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useWidth } from '../parts/width.ts';

/** What every chart of the page has in common; its colours are the page's, so that they follow the theme. */
const LOOK = {
  className: 'chart',
  style: { fontFamily: 'inherit', fontSize: '12px' },
} as const satisfies PlotOptions;

/** A chart as wide as there is room; what it shows must stand in words or in a table, too. */
export function Chart(props: {
  readonly label: string;
  readonly options: (width: number) => PlotOptions;
}): VNode {
  const { label, options } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null || width === 0) return;
    const drawn = plot({ ...LOOK, ...options(width), width });
    // The page allows no style but its own, and has what this one says.
    drawn.querySelector('style')?.remove();
    // To a screen reader it is one picture, whose figures stand in a table.
    for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', label);
    element.replaceChildren(drawn);
  }, [frame, width, label, options]);
  return <div class="chart-frame" ref={frame} />;
}
