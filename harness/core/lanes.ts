import type { Engine } from '../protocol/index.ts';

/** How an engine's page is divided. */
export interface LaneLayout {
  readonly count: number;
  /** Each lane has an origin, and with it a process, of its own. */
  readonly ownOrigins: boolean;
}

/**
 * How many iframes of one page an engine carries, measured with small canvases: WebKitGTK starves
 * beyond four, and only Chromium gives an origin a process of its own. On two cores a third lane of WebKitGTK makes a
 * run a twelfth shorter and every wait in it a quarter longer.
 */
const LAYOUTS: Readonly<
  Record<Engine, { readonly most: number; readonly perCore: number; readonly ownOrigins: boolean }>
> = {
  chromium: { most: 8, perCore: 3, ownOrigins: true },
  firefox: { most: 8, perCore: 3, ownOrigins: false },
  webkit: { most: 3, perCore: 1, ownOrigins: false },
};

/** What decides how many lanes there are; `workers` overrides what the cores suggest. */
export interface LaneDemand {
  readonly cores: number;
  readonly cases: number;
  readonly workers?: number | undefined;
}

/** The lanes of an engine on a machine: no more than there are cases, for each costs a page, and maybe a process. */
export function laneLayout(engine: Engine, { cores, cases, workers }: LaneDemand): LaneLayout {
  const { most, perCore, ownOrigins } = LAYOUTS[engine];
  return { count: workers ?? Math.max(1, Math.min(most, cores * perCore, cases)), ownOrigins };
}
