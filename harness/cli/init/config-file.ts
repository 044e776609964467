/** A config file in which everything is said, and only what comes with it is set. */
export function configFile(): string {
  return `import { defineConfig } from 'mediarecorder-conformance';

/**
 * The options of "mediarecorder-conformance run", by their long names in camel case. The command line overrides
 * them. "run --print-config" shows what they come to, "run --help" lists them all.
 */
export default defineConfig({
  // Engines, products, ids (see "mediarecorder-conformance browsers") or paths. Default: every engine.
  // browser: ['chromium', 'firefox', 'webkit'],

  // Only cases whose id matches, only these rules, only the rules of these sections.
  // grep: '^start',
  // rule: ['start.sets-recording'],
  // section: ['start', 'stop'],

  // Known non-passes, a file per engine. What is in them breaks no build; what is not, and what has been mended, does.
  expectations: 'expectations',

  // Try what did not pass again; mixed outcomes are flaky, which is no success.
  // retries: 1,

  // Lanes per browser. Default: chosen from the cores.
  // workers: 2,

  // Where results go. Paths are relative to this file. Default: results/<time>.
  // output: 'results/ci',

  // NAME or NAME=FILE. Default: console, json, html.
  // reporter: ['console', 'json', 'html', 'junit'],

  // Recorders to test beside the browsers' own, and folders of suites to run beside the package's own.
  // polyfill: ['./my-recorder.js'],
  // suite: ['./conformance'],

  // For people who build browsers.
  // browserArg: ['--enable-features=Example'],
  // browserPref: { 'media.example.enabled': true },
  // browserEnv: { EXAMPLE: '1' },
});
`;
}
