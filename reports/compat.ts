import { decides, type Results, type Target, type Verdict } from '../harness/protocol/index.ts';
import { casesByRule, foldVerdicts, isBroken, isDecided } from './summary.ts';

/** What browser-compat-data says of one feature in one browser; of its many forms only the newest statement counts. */
export type PublishedSupport =
  { readonly version_added: string | boolean | null; readonly version_removed?: string | boolean } | 'mirror';

/** The published data of MediaRecorder: the part `api.MediaRecorder` of browser-compat-data. */
export interface PublishedCompat {
  readonly version: string;
  readonly features: Readonly<
    Record<string, Readonly<Record<string, PublishedSupport | readonly PublishedSupport[]>>>
  >;
}

/** The keys of browser-compat-data for what rules are about; a rule's id begins with the feature it belongs to. */
const FEATURES: Readonly<Record<string, string>> = {
  constructor: 'MediaRecorder',
  'is-type-supported': 'isTypeSupported_static',
  'request-data': 'requestData',
  'mime-type': 'mimeType',
  'audio-bitrate-mode': 'audioBitrateMode',
  'audio-bits-per-second': 'audioBitsPerSecond',
  'video-bits-per-second': 'videoBitsPerSecond',
  'dataavailable-event': 'dataavailable_event',
  'error-event': 'error_event',
  'start-event': 'start_event',
  'stop-event': 'stop_event',
  'pause-event': 'pause_event',
  'resume-event': 'resume_event',
  start: 'start',
  stop: 'stop',
  pause: 'pause',
  resume: 'resume',
  state: 'state',
  stream: 'stream',
};

/** browser-compat-data has no WebKitGTK, and WebKitGTK is not Safari: it is keyed by its own name and compared with nothing. */
const BROWSERS = { chromium: 'chrome', firefox: 'firefox', webkit: 'webkitgtk' } as const;

interface Support {
  readonly version_added: string | false;
  readonly partial_implementation?: true;
  readonly notes?: readonly string[];
}

function featureOf(rule: string): string | undefined {
  return FEATURES[rule.split('.', 1)[0] ?? ''];
}

function versionOf({ browser, engine }: Target): string {
  return browser.version
    .split('.')
    .slice(0, engine === 'webkit' ? 2 : 1)
    .join('.');
}

/** Support as the rules of a feature show it: some kept is support, some broken makes it partial, none kept is none. */
function supportOf(target: Target, rules: readonly string[]): Support | undefined {
  const byRule = casesByRule(target);
  const verdictOf = (rule: string): Verdict | undefined =>
    foldVerdicts((byRule.get(rule) ?? []).map(({ verdict }) => verdict));
  const decided = rules.flatMap((rule) => {
    const verdict = verdictOf(rule);
    return verdict !== undefined && isDecided(verdict) ? [{ rule, broken: isBroken(verdict) }] : [];
  });
  if (decided.length === 0) return undefined;
  const broken = decided.filter((entry) => entry.broken).map(({ rule }) => rule);
  if (broken.length === decided.length) return { version_added: false };
  // A test of one version knows only that the feature came no later.
  const added = { version_added: `≤${versionOf(target)}` };
  if (broken.length === 0) return added;
  return { ...added, partial_implementation: true, notes: broken.map((rule) => `Does not keep ${rule}`) };
}

/** Whether the published data says that a version has the feature; undefined when it does not say. */
function publishedSays(
  support: PublishedSupport | readonly PublishedSupport[] | undefined,
  version: string,
): boolean | undefined {
  const [newest] = Array.isArray(support) ? support : [support];
  if (newest === undefined || typeof newest !== 'object' || !('version_added' in newest)) return undefined;
  const { version_added: added } = newest;
  if (newest.version_removed !== undefined) return false;
  if (typeof added !== 'string') return added ?? undefined;
  const from = Number.parseFloat(added.replace('≤', ''));
  return Number.isNaN(from) ? undefined : from <= Number.parseFloat(version);
}

/** Compat data as browser-compat-data keys it, with what differs from the published data for the tested versions. */
export function compatReport(results: Results, published?: PublishedCompat): string {
  const native = results.targets.filter(({ subject }) => subject.kind === 'native');
  const rules = results.rules.filter((rule) => decides(rule) && rule.untestable === undefined);
  const features = [...new Set(rules.flatMap(({ id }) => featureOf(id) ?? []))];
  const found = features.map((feature) => ({
    feature,
    targets: native.flatMap((target) => {
      const own = rules.filter(({ id }) => featureOf(id) === feature).map(({ id }) => id);
      const support = supportOf(target, own);
      return support === undefined ? [] : [{ target, support }];
    }),
  }));
  const compat = found.map(({ feature, targets }) => {
    const browsers = [...new Set(targets.map(({ target }) => BROWSERS[target.engine]))];
    const support = browsers.map((browser) => {
      const own = targets
        .filter(({ target }) => BROWSERS[target.engine] === browser)
        .map((entry) => entry.support);
      return [browser, own.length === 1 ? own[0] : own];
    });
    return [feature, { __compat: { support: Object.fromEntries(support) } }];
  });
  const differences = found.flatMap(({ feature, targets }) =>
    targets.flatMap(({ target, support }) => {
      const browser = BROWSERS[target.engine];
      const says = publishedSays(published?.features[feature]?.[browser], versionOf(target));
      const seen = support.version_added !== false;
      if (says === undefined || says === seen) return [];
      return [
        {
          feature: `api.MediaRecorder.${feature}`,
          browser,
          version: versionOf(target),
          published: says,
          seen,
        },
      ];
    }),
  );
  const report = {
    api: { MediaRecorder: Object.fromEntries(compat) },
    suite: results.suite,
    comparedWith: published === undefined ? null : `@mdn/browser-compat-data ${published.version}`,
    differences,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
