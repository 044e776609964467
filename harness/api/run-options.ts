import type { BrowserExtras } from '../browsers/index.ts';
import type { Durations, Selection } from '../core/index.ts';
import type { Results, Shard } from '../protocol/index.ts';
import type { BrowserSupply } from './browser-supply.ts';
import type { Clock } from './clock.ts';
import type { SuiteOptions } from './third-party/join.ts';

/** In which browsers to run, and how these are started. */
interface BrowserOptions {
  /** Engines, products, ids or paths; the best browser of each engine if none is given. */
  readonly browsers?: readonly string[];
  /** The folder that the results will be written to; what failing cases recorded is kept there. */
  readonly output?: string;
  readonly headed?: boolean;
  readonly extras?: Partial<BrowserExtras>;
}

/** Which recorders are tested. */
export interface SubjectOptions {
  /** The browser's own, or those that come with the suite: native (the default), reference, mutant:NAME. */
  readonly subjects?: readonly string[];
  /** Files or installed packages; each is a target of its own in every browser. */
  readonly polyfills?: readonly string[];
  /** Whether the browser's own recorder is tested beside polyfills, as it is unless this is false. */
  readonly native?: boolean;
  /** Folders that are served at /NAME/, by name: those of a polyfill's workers and wasm, say. */
  readonly mounts?: Readonly<Record<string, string>>;
  /** Serves every page isolated from other origins, so that it has SharedArrayBuffer. */
  readonly isolated?: boolean;
}

/** How much is done side by side, and how long it may take. */
interface PaceOptions {
  /** Lanes per browser; chosen from the cores if not given. */
  readonly workers?: number;
  /** How long one case may take, in milliseconds. */
  readonly timeout?: number;
}

/** How often cases are run, and in which order. */
interface PersistenceOptions {
  /** How often a case that did not pass, unexpectedly, is tried again. */
  readonly retries?: number;
  /** How often every case is run. */
  readonly repeat?: number;
  /** Each repetition in a browser of its own, shuffled, some of them on a machine that is kept busy. */
  readonly verify?: boolean;
  readonly shuffle?: boolean;
  /** Shuffles the cases in an order that is the same for the same seed. */
  readonly seed?: number;
}

/** What ends a run early, and what goes on where one ended. */
interface EndingOptions {
  readonly signal?: AbortSignal;
  /** After how many unexpected results the run ends. */
  readonly bail?: number;
  /** How long the whole run may take, in milliseconds. */
  readonly timeLimit?: number;
  /** Only what was unexpected in these results. */
  readonly lastFailed?: Results;
  /** Goes on with the run whose journal is in the output folder. */
  readonly resume?: boolean;
  /** The arguments of the command line, kept in the journal for whoever resumes the run. */
  readonly command?: readonly string[];
}

/** What is known beforehand. */
interface ExpectationOptions {
  /** The folder of the known non-passes, a file per engine. */
  readonly expectations?: string;
  /** Whether the folder may be missing, because it is about to be written. */
  readonly lenient?: boolean;
}

/** Which part of the suite this run is. */
interface ShareOptions {
  /** One of several runs that divide the selected cases between them. */
  readonly shard?: Shard;
  /** What the shards are balanced by, instead of what the package knows. */
  readonly durations?: Durations;
}

/** What people who work on cases, suites and recorders need. */
interface WorkOptions {
  /** Shows the browser with its developer tools and one lane, without limits, until the signal or its end. */
  readonly debug?: boolean;
  /** Where browsers come from, for runs that share them; each run starts its own if not given. */
  readonly supply?: BrowserSupply;
  /** What times are taken from; the machine's own clocks if not given. */
  readonly clock?: Clock;
}

/** What to run. Everything has a sensible default. */
export interface RunOptions
  extends
    Selection,
    SuiteOptions,
    WorkOptions,
    BrowserOptions,
    SubjectOptions,
    PaceOptions,
    PersistenceOptions,
    EndingOptions,
    ExpectationOptions,
    ShareOptions {}
