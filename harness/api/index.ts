export {
  findBrowsers,
  installBrowsers,
  listBrowsers,
  removeInstalled,
  updateInstalled,
  type BrowserList,
} from './browsers.ts';
export { Config, defineConfig } from './config.ts';
export { loadConfig, type LoadedConfig } from './load-config.ts';
export { diagnose, type Diagnosis } from './doctor.ts';
export { CannotRunError, NothingMatchedError, SubjectError, UsageError } from './errors.ts';
export type { RunEvent } from './events.ts';
export { updateExpectations } from './expectations/files.ts';
export { dropJournal, readJournal } from './journal.ts';
export { dropEmpty, makeOutput, parseResults, pointLatest, readResults } from './output.ts';
export { mergeFiles, readDurations, readParts, refreshedDurations } from './merging.ts';
export { MergeError } from '../core/index.ts';
export { takeRecordingsAlong } from './recording-files.ts';
export {
  reporterNames,
  reportRequests,
  writeReports,
  type ReportPlaces,
  type ReportRequest,
} from './reports.ts';
export { KeptBrowsers, type BrowserSupply } from './browser-supply.ts';
export { nextChange } from './watching/change.ts';
export { rebuildAfter } from './watching/rebuild.ts';
export { watchedBy, type Watched } from './watching/watched.ts';
export { run, type Run } from './run.ts';
export type { RunOptions } from './run-options.ts';
export { loadCoverage, loadManifest } from './suite.ts';
export { joinSuites, type SuiteOptions } from './third-party/join.ts';
export {
  DecodeError,
  SURPRISES,
  surprisesOf,
  type CaseResult,
  type Coverage,
  type Manifest,
  type Results,
  type Surprise,
  type Target,
} from '../protocol/index.ts';
export {
  BrowserNotFoundError,
  BrowserUnansweredError,
  ConsentError,
  describeLack,
  describeUnanswered,
  LaunchError,
  linesOf,
  preferred,
  type FoundBrowser,
  type MissingEngine,
  type Provided,
  type ProvideEvent,
} from '../browsers/index.ts';
export { comparisonReporterNames, writeComparison } from './comparing.ts';
export { openOnDesktop } from './open.ts';
export { serveReports, type ReportServer } from './serve.ts';
export { writeText } from './write-text.ts';
export { ListenError } from '../server/index.ts';
export { explain, explanationText, type Explanation } from './explain.ts';
