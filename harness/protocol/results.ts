import * as v from 'valibot';
import { Environment } from './environment.ts';
import { HeldAgainst, KnownAs } from './expectation.ts';
import { CaseId, RuleId } from './ids.ts';
import { Metric } from './metric.ts';
import { Attempt, Verdict } from './outcome.ts';
import { SuiteVersion } from './manifest.ts';
import { RuleSnapshot } from './rule.ts';
import { Subject } from './subject.ts';

/** The version of the results format that this package writes. */
export const SCHEMA_VERSION = 1;

export const Engine = v.picklist(['chromium', 'firefox', 'webkit']);
export type Engine = v.InferOutput<typeof Engine>;

/** A case's verdict with everything that led to it. */
export const CaseResult = v.object({
  id: CaseId,
  rule: RuleId,
  verdict: Verdict,
  /** Whether it came out as expected, where anything is known of it or it did not pass. */
  expected: v.exactOptional(v.boolean()),
  /** What is known of it beforehand. */
  known: v.exactOptional(KnownAs),
  attempts: v.array(Attempt),
});
export type CaseResult = v.InferOutput<typeof CaseResult>;

/** Something about a run that its reader should know, such as a browser that had to be started again. */
export const Incident = v.object({ at: v.string(), message: v.string() });
export type Incident = v.InferOutput<typeof Incident>;

/** One time through all cases of a target, and under which conditions. */
export const Round = v.object({ number: v.number(), seed: v.nullable(v.number()), underLoad: v.boolean() });
export type Round = v.InferOutput<typeof Round>;

/** Where a run took place. */
export const Machine = v.object({
  platform: v.string(),
  arch: v.string(),
  cores: v.number(),
  node: v.string(),
});
export type Machine = v.InferOutput<typeof Machine>;

const counted = v.pipe(v.number(), v.integer(), v.minValue(1));

/** One of several runs that a suite was divided into, counted from 1. */
export const Shard = v.object({ index: counted, count: counted });
export type Shard = v.InferOutput<typeof Shard>;

/** A subject in a browser of one version. */
export const Target = v.object({
  id: v.string(),
  engine: Engine,
  browser: v.object({ name: v.string(), version: v.string(), driver: v.string() }),
  subject: Subject,
  environment: v.nullable(Environment),
  startedAt: v.string(),
  durationMs: v.number(),
  complete: v.boolean(),
  incidents: v.array(Incident),
  cases: v.array(CaseResult),
  metrics: v.array(Metric),
  rounds: v.exactOptional(v.array(Round)),
  /** The file of known non-passes that it was held against, and what is wrong with that. */
  expectations: v.exactOptional(HeldAgainst),
  /** Where it ran, and which shards were joined in it, if it came from another run's results. */
  machine: v.exactOptional(Machine),
  shards: v.exactOptional(v.array(Shard)),
});
export type Target = v.InferOutput<typeof Target>;

/** A whole run; a reporter sees this and nothing else. */
export const Results = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  suite: SuiteVersion,
  rules: v.array(RuleSnapshot),
  options: v.record(v.string(), v.unknown()),
  seed: v.number(),
  startedAt: v.string(),
  durationMs: v.number(),
  machine: Machine,
  shard: v.exactOptional(Shard),
  notRun: v.array(CaseId),
  /** Why the run ended before its end. */
  stopped: v.exactOptional(v.picklist(['interrupted', 'time-limit', 'bail'])),
  targets: v.array(Target),
});
export type Results = v.InferOutput<typeof Results>;
