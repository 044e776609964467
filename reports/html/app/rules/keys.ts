import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A cell of the matrix: its line, and its column, where 0 is the rule itself. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a key leads from a cell; undefined for a key that means nothing here. */
function placeAfter(key: string, from: Place, size: { lines: number; columns: number }): Place | undefined {
  const line = (to: number): Place => ({ ...from, line: Math.max(0, Math.min(size.lines - 1, to)) });
  const column = (to: number): Place => ({ ...from, column: Math.max(0, Math.min(size.columns, to)) });
  switch (key) {
    case 'ArrowUp':
      return line(from.line - 1);
    case 'ArrowDown':
      return line(from.line + 1);
    case 'PageUp':
      return line(from.line - 8);
    case 'PageDown':
      return line(from.line + 8);
    case 'ArrowLeft':
      return column(from.column - 1);
    case 'ArrowRight':
      return column(from.column + 1);
    case 'Home':
      return column(0);
    case 'End':
      return column(size.columns);
    default:
      return undefined;
  }
}

/** Moves through the matrix with the arrow keys; the whole of it is one stop for Tab. */
export function useGridKeys(
  scroller: RefObject<HTMLElement>,
  tops: readonly number[],
  size: { readonly lines: number; readonly columns: number },
): {
  readonly active: Place;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
} {
  const [active, setActive] = useState<Place>({ line: 0, column: 0 });
  const moving = useRef(false);
  useLayoutEffect(() => {
    if (!moving.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-line="${active.line}"][data-column="${active.column}"]`,
    );
    if (cell === null || cell === undefined) return;
    moving.current = false;
    cell.focus();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeAfter(event.key, active, size);
    if (next === undefined) return;
    event.preventDefault();
    const element = scroller.current;
    const [top, end] = [tops[next.line] ?? 0, tops[next.line + 1] ?? 0];
    const head = element?.querySelector('thead')?.clientHeight ?? 0;
    if (element !== null && top < element.scrollTop) element.scrollTop = top;
    else if (element !== null && end > element.scrollTop + element.clientHeight - head)
      element.scrollTop = end - element.clientHeight + head;
    moving.current = true;
    setActive(next);
  };
  const onFocus = (event: FocusEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
    if (cell === null) return;
    const place = { line: Number(cell.dataset['line']), column: Number(cell.dataset['column']) };
    if (place.line !== active.line || place.column !== active.column) setActive(place);
  };
  return { active, onKeyDown, onFocus };
}
