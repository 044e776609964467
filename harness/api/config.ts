import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty());
const texts = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const values = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));

/**
 * What a config file may say: the options of `run` by their long names, in camel case. Options that can be repeated
 * take lists; what belongs to a single run (such as `--shard`) stands on the command line only. Paths are relative to
 * the file.
 */
export const Config = v.strictObject({
  /** Engines, products, ids or paths of browsers. */
  browser: v.exactOptional(texts),
  /** More arguments for the browsers. */
  browserArg: v.exactOptional(texts),
  /** Preferences for Firefox, by name. */
  browserPref: v.exactOptional(values),
  /** Variables for the browsers, by name. */
  browserEnv: v.exactOptional(values),
  /** Shows the browsers. */
  headed: v.exactOptional(v.boolean()),
  /** Which recorders are tested: native, reference or mutant:NAME. */
  subject: v.exactOptional(texts),
  /** Recorders to test beside the native one: files or packages. */
  polyfill: v.exactOptional(texts),
  /** Whether the native recorder is tested beside polyfills. */
  native: v.exactOptional(v.boolean()),
  /** Folders to serve, by the name of their path. */
  mount: v.exactOptional(v.record(v.string(), text)),
  /** Serves pages isolated from other origins. */
  isolate: v.exactOptional(v.boolean()),
  /** Folders of suites to run beside the package's own. */
  suite: v.exactOptional(texts),
  /** Whether the package's own suite is run beside them. */
  builtIn: v.exactOptional(v.boolean()),
  /** Only cases whose id matches this regular expression. */
  grep: v.exactOptional(text),
  /** Only these rules or cases. */
  rule: v.exactOptional(texts),
  /** Only the rules of these sections. */
  section: v.exactOptional(texts),
  /** How many of a rule's cases: the default ones, or all. */
  profile: v.exactOptional(text),
  /** Lanes per browser. */
  workers: v.exactOptional(count),
  /** How long one case may take, in milliseconds. */
  timeout: v.exactOptional(count),
  /** How often what did not pass is tried again. */
  retries: v.exactOptional(count),
  /** How often every case is run. */
  repeat: v.exactOptional(count),
  /** Repeats in fresh browsers, shuffled, sometimes under load. */
  verify: v.exactOptional(v.boolean()),
  /** Runs the cases in a random order. */
  shuffle: v.exactOptional(v.boolean()),
  /** Runs the cases in the order of this seed. */
  seed: v.exactOptional(count),
  /** After how many unexpected results a run ends. */
  bail: v.exactOptional(count),
  /** How long a whole run may take: 90s, 20m, 1h. */
  timeLimit: v.exactOptional(text),
  /** The folder of the known non-passes. */
  expectations: v.exactOptional(text),
  /** Which surprises break the build, with commas between them, or none. */
  failOn: v.exactOptional(text),
  /** Where results go. */
  output: v.exactOptional(text),
  /** Reporters, each NAME or NAME=FILE. */
  reporter: v.exactOptional(texts),
  /** Prints which cases took longest. */
  timings: v.exactOptional(v.boolean()),
  /** What shards are balanced by. */
  durations: v.exactOptional(text),
});

/** What a config file may say. */
export type Config = v.InferInput<typeof Config>;

/** Gives a config back as it is; editors know from it what may stand there. */
export function defineConfig(config: Config): Config {
  return config;
}
