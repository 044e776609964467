import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { unreachable } from '../../../unreachable.ts';
import type { MatrixLine } from '../../view/rows.ts';

/** The part of a long list that is drawn, and the room that the rest takes. */
export interface Window {
  readonly first: number;
  readonly last: number;
  readonly above: number;
  readonly below: number;
  /** Where each line begins, and at the end where the list ends. */
  readonly tops: readonly number[];
}

const SPARE = 600;

/** How much room statements have: none to speak of on a phone, little beside many targets. */
export type Room = 'wide' | 'tight' | 'narrow';

/** How high a line is; where there is little room a statement needs more lines. */
export function lineHeight(kind: MatrixLine['kind'], room: Room): number {
  switch (kind) {
    case 'section':
      return 44;
    case 'rule':
      return room === 'narrow' ? 84 : room === 'tight' ? 74 : 60;
    case 'case':
      return room === 'wide' ? 38 : 56;
    default:
      return unreachable(kind);
  }
}

/** The first index whose line ends below a height. */
function lineAt(tops: readonly number[], height: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle + 1] ?? 0) <= height) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a media query matches now. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = (): void => setMatches(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}

/** Whether the page is being printed: paper has no scroll bars, so everything is drawn. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = (): void => setPrinting(true);
    const after = (): void => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

/** Draws only the lines in sight, so that thousands of them cost no more than a screenful. */
export function useWindow(
  scroller: RefObject<HTMLElement>,
  lines: readonly MatrixLine[],
  room: Room,
): Window {
  const printing = usePrinting();
  const [view, setView] = useState({ top: 0, height: 900 });
  const tops = useMemo(() => {
    const heights = [0];
    for (const line of lines) heights.push((heights.at(-1) ?? 0) + lineHeight(line.kind, room));
    return heights;
  }, [lines, room]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller]);
  if (printing) return { first: 0, last: lines.length, above: 0, below: 0, tops };
  const first = lineAt(tops, view.top - SPARE);
  const last = Math.min(lines.length, lineAt(tops, view.top + view.height + SPARE) + 1);
  const end = tops.at(-1) ?? 0;
  return { first, last, above: tops[first] ?? 0, below: end - (tops[last] ?? end), tops };
}
