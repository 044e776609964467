export { declined, unknownIn } from './declaration.ts';
export { durationsOf, refreshDurations } from './durations.ts';
export * from './expectations/index.ts';
export { judge } from './judge.ts';
export { laneLayout, type LaneLayout } from './lanes.ts';
export { lastFailed } from './last-failed.ts';
export { mend } from './mend.ts';
export { merge, type Duplicates, type Merged } from './merge/merge.ts';
export { MergeError, type Part } from './merge/part.ts';
export { isOwed, isUnderLoad, ONCE, orderOf, roundOf, seedOf, type Persistence } from './persistence.ts';
export { metricsOf } from './metrics.ts';
export { planTarget } from './plan.ts';
export {
  assign,
  lose,
  remaining,
  repeat,
  scheduleOf,
  settle,
  spoil,
  suspectIsNext,
  withdraw,
  type Assignment,
  type Job,
  type Schedule,
} from './schedule.ts';
export { selectCases, takesCase, type Selection } from './select.ts';
export { shardCases, type Durations } from './shard.ts';
