import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TargetView } from '../../view/model.ts';
import { toggled, type RulesQuery } from '../../view/query.ts';
import { unreachable } from '../../../unreachable.ts';
import type { MatrixLine } from '../../view/rows.ts';
import { useGridKeys } from './keys.ts';
import { CaseLine, RuleLine, SectionLine } from './lines.tsx';
import { lineHeight, useMedia, useWindow, type Room } from './window.ts';

/** Where the reader had scrolled to, so that Back from a cell leads to the same lines. */
let lastPlace = { hash: '', top: 0 };

function Head({ shown }: { readonly shown: readonly TargetView[] }): VNode {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" class="corner">
          Rule
        </th>
        {shown.map((view) => (
          <th key={view.target.id} scope="col" title={view.long}>
            {view.subject === '' ? null : <b class="subject">{view.subject}</b>}
            <span>{view.target.browser.name}</span>
            <small>
              {view.target.browser.version
                .split('.')
                .slice(0, view.target.engine === 'webkit' ? 2 : 1)
                .join('.')}
            </small>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Rules by section × targets; only what is in sight is in the document. */
export function Matrix(props: {
  readonly lines: readonly MatrixLine[];
  readonly shown: readonly TargetView[];
  readonly query: RulesQuery;
  readonly change: (refined: Partial<RulesQuery>) => void;
}): VNode {
  const { lines, shown, query, change } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useMedia('(max-width: 640px)');
  const room: Room = narrow ? 'narrow' : shown.length > 6 ? 'tight' : 'wide';
  const view = useWindow(scroller, lines, room);
  const grid = useGridKeys(scroller, view.tops, { lines: lines.length, columns: shown.length });
  useLayoutEffect(() => {
    const element = scroller.current;
    const hash = location.hash;
    if (element === null) return undefined;
    if (lastPlace.hash === hash) element.scrollTop = lastPlace.top;
    const keep = (): void => {
      lastPlace = { hash: location.hash, top: element.scrollTop };
    };
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, []);
  const inSight = grid.active.line >= view.first && grid.active.line < view.last;
  const stop = inSight ? grid.active : { line: view.first, column: 0 };
  const column = narrow ? 78 : shown.length > 8 ? 92 : 116;
  return (
    <div class={`matrix ${room}`} ref={scroller} onKeyDown={grid.onKeyDown} onFocusCapture={grid.onFocus}>
      <table
        role="grid"
        aria-label="Rules by section and target"
        aria-rowcount={lines.length + 1}
        style={{ minWidth: `${(narrow ? 190 : 380) + column * shown.length}px` }}
      >
        <colgroup>
          <col />
          {shown.map(({ target }) => (
            <col key={target.id} style={{ width: `${column}px` }} />
          ))}
        </colgroup>
        <Head shown={shown} />
        <tbody>
          {view.above > 0 ? (
            <tr class="room" aria-hidden="true" style={{ height: `${view.above}px` }} />
          ) : null}
          {lines.slice(view.first, view.last).map((line, offset) => {
            const index = view.first + offset;
            const common = {
              shown,
              height: lineHeight(line.kind, room),
              rowIndex: index + 2,
              place: (at: number) => ({
                'data-line': index,
                'data-column': at,
                tabIndex: stop.line === index && stop.column === at ? 0 : -1,
              }),
            };
            switch (line.kind) {
              case 'section':
                return (
                  <SectionLine
                    key={line.key}
                    line={line}
                    {...common}
                    toggle={() => change({ folded: toggled(query.folded, line.id) })}
                  />
                );
              case 'rule':
                return (
                  <RuleLine
                    key={line.key}
                    line={line}
                    {...common}
                    toggle={() => change({ open: toggled(query.open, line.row.rule.id) })}
                  />
                );
              case 'case':
                return <CaseLine key={line.key} line={line} {...common} toggle={() => undefined} />;
              default:
                return unreachable(line);
            }
          })}
          {view.below > 0 ? (
            <tr class="room" aria-hidden="true" style={{ height: `${view.below}px` }} />
          ) : null}
        </tbody>
      </table>
    </div>
  );
}
