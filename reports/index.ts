export { compare, type Change, type Comparison, type Pair, type RuleChange } from './compare.ts';
export { compatReport, type PublishedCompat, type PublishedSupport } from './compat.ts';
export { consoleReport, type ConsoleContext } from './console/index.ts';
export {
  carriedRecordings,
  htmlReport,
  recordingsIn,
  type HtmlOptions,
  type PlacedRecording,
  type RecordingPlaces,
} from './html/index.ts';
export { longLabel, targetLabels } from './labels.ts';
export {
  COMPARISON_REPORTERS,
  type ComparisonReporter,
  type ComparisonReporterName,
} from './comparison-registry.ts';
export { REPORTERS, type ReporterName } from './registry.ts';
export type { Reporter, ReportContext } from './reporter.ts';
export {
  foldVerdicts,
  summarise,
  tally,
  type Kept,
  type SectionSummary,
  type Standings,
  type Summary,
  type Tally,
  type TargetSummary,
} from './summary.ts';
