export type { PublishedCompat } from './compat.ts';
export { carriedRecordings, recordingsIn, type PlacedRecording, type RecordingPlaces } from './html/index.ts';
export { longLabel } from './labels.ts';
export {
  COMPARISON_REPORTERS,
  type ComparisonReporter,
  type ComparisonReporterName,
} from './comparison-registry.ts';
export { REPORTERS, type ReporterName } from './registry.ts';
export type { Reporter, ReportContext } from './reporter.ts';
