import type { VNode } from 'preact';
import type { Trace } from '../../../../harness/protocol/index.ts';
import { entryLabel, markKind, timeline, type Lane } from '../../view/timeline.ts';
import { plural } from '../../../plural.ts';
import { useWidth } from '../parts/width.ts';

const ROW = 26;
const HEAD = 20;

function LaneRows({
  lane,
  y,
  width,
}: {
  readonly lane: Lane;
  readonly y: number;
  readonly width: number;
}): VNode {
  return (
    <g transform={`translate(0 ${y})`}>
      <text class="lane" x="2" y="12">
        {lane.label}
      </text>
      {lane.bands.map((band) => (
        <g key={band.x}>
          <rect
            class={`band s-${band.state}`}
            x={band.x}
            y={HEAD}
            width={band.width}
            height={ROW - 4}
            rx="4"
          />
          {band.width > band.state.length * 7 + 12 ? (
            <text class="band-word" x={band.x + 8} y={HEAD + 15}>
              {band.state}
            </text>
          ) : null}
        </g>
      ))}
      {lane.marks.map((mark) => (
        <line
          key={mark.number}
          class={`leader k-${mark.kind}`}
          x1={mark.x}
          x2={mark.x}
          y1={HEAD - 2}
          y2={HEAD + mark.row * ROW}
        />
      ))}
      {lane.marks.map((mark) => {
        const middle = HEAD + mark.row * ROW + ROW / 2 - 2;
        const label = mark.label.length > 34 ? `${mark.label.slice(0, 33)}…` : mark.label;
        return (
          <g key={mark.number} class={`tick k-${mark.kind}`}>
            <title>{`${mark.number}. ${mark.label}`}</title>
            <circle cx={mark.x} cy={middle} r="10" />
            <text class="number" x={mark.x} y={middle + 3.5}>
              {mark.number}
            </text>
            {mark.side === 'none' ? null : (
              <text
                class="word"
                x={mark.side === 'right' ? mark.x + 15 : mark.x - 15}
                y={middle + 4}
                text-anchor={mark.side === 'right' ? 'start' : 'end'}
              >
                {label}
              </text>
            )}
          </g>
        );
      })}
      <line class="floor" x1="0" x2={width} y1={HEAD + lane.rows * ROW + 2} y2={HEAD + lane.rows * ROW + 2} />
    </g>
  );
}

function Picture({
  trace,
  width,
  title,
}: {
  readonly trace: Trace;
  readonly width: number;
  readonly title: string;
}): VNode {
  const { lanes, ticks } = timeline(trace, width);
  let bottom = 4;
  const placed = lanes.map((lane) => {
    const y = bottom;
    bottom += HEAD + lane.rows * ROW + 8;
    return { lane, y };
  });
  return (
    <svg
      class="timeline"
      width={width}
      height={bottom + 24}
      viewBox={`0 0 ${width} ${bottom + 24}`}
      role="img"
      aria-label={title}
    >
      {ticks.map((tick) => (
        <g key={tick.x} class="axis">
          <line x1={tick.x} x2={tick.x} y1="0" y2={bottom} />
          <text
            x={tick.x}
            y={bottom + 16}
            text-anchor={tick.x < 24 ? 'start' : tick.x > width - 24 ? 'end' : 'middle'}
          >
            {tick.label} ms
          </text>
        </g>
      ))}
      {placed.map(({ lane, y }) => (
        <LaneRows key={lane.label} lane={lane} y={y} width={width} />
      ))}
    </svg>
  );
}

function Log({ trace }: { readonly trace: Trace }): VNode {
  return (
    <details class="log">
      <summary>The same as a list, {plural(trace.length, 'entry', 'entries')}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label="Entries of the trace">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">ms</th>
              <th scope="col">Kind</th>
              <th scope="col">What</th>
              <th scope="col">State</th>
              <th scope="col">Type</th>
            </tr>
          </thead>
          <tbody>
            {trace.map((entry, index) => (
              <tr key={index}>
                <td>{index + 1}</td>
                <td class="num">{entry.at}</td>
                <td>{markKind(entry)}</td>
                <td>
                  <code>{entryLabel(entry)}</code>
                </td>
                <td>{entry.kind === 'note' ? '' : entry.state}</td>
                <td>{entry.kind === 'event' ? entry.mimeType : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A trace as a picture as wide as there is room, and as a list. */
export function TimelineFigure({ trace, title }: { readonly trace: Trace; readonly title: string }): VNode {
  const [frame, width] = useWidth<HTMLDivElement>();
  return (
    <figure class="trace">
      <figcaption>{title}</figcaption>
      <div ref={frame} class="frame">
        {width === 0 ? null : (
          <Picture
            trace={trace}
            width={width}
            title={`${title}: ${plural(trace.length, 'entry', 'entries')}`}
          />
        )}
      </div>
      <Log trace={trace} />
    </figure>
  );
}
