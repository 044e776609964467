import { decides, type CaseResult, type Results, type Target } from '../harness/protocol/index.ts';
import { casesByRule, foldVerdicts, isBroken, isDecided } from './summary.ts';

/** What browser-compat-data says of one feature in one browser; of its many forms only the newest statement counts. */
type PublishedSupport =
  { readonly version_added: string | boolean | null; readonly version_removed?: string | boolean } | 'mirror';

/** The published data of MediaRecorder: the part `api.MediaRecorder` of browser-compat-data. */
export interface PublishedCompat {
  readonly version: string;
  readonly features: Readonly<
    Record<string, Readonly<Record<string, PublishedSupport | readonly PublishedSupport[]>>>
  >;
}

/** The rules whose cases tell whether a member is there at all. */
const PLACES = ['idl.interface-object', 'idl.operation-place', 'idl.attribute-on-prototype'];

/** browser-compat-data has no WebKitGTK, and WebKitGTK is not Safari: it is keyed by its own name and compared with nothing. */
const BROWSERS = { chromium: 'chrome', firefox: 'firefox', webkit: 'webkitgtk' } as const;

/** Features that are known even in a run that left out the cases which look for them. */
const METHODS = [
  'start',
  'stop',
  'pause',
  'resume',
  'requestData',
  'state',
  'isTypeSupported_static',
  'MediaRecorder',
];

interface Support {
  readonly version_added: string | false;
  readonly partial_implementation?: true;
  readonly notes?: readonly string[];
}

/** The key of browser-compat-data for a member of MediaRecorder. */
function featureOfMember(member: string): string {
  if (member === 'isTypeSupported') return 'isTypeSupported_static';
  return member.startsWith('on') ? `${member.slice(2)}_event` : member;
}

/** The feature that a rule is about: its id begins with it. */
function featureOfRule(rule: string): string {
  const [name = ''] = rule.split('.', 1);
  if (name === 'constructor') return 'MediaRecorder';
  return featureOfMember(name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
}

/** The feature whose presence a case tells. */
function featureOfPlace({ id, rule }: CaseResult): string | undefined {
  if (!PLACES.includes(rule)) return undefined;
  const params = id.split(';').slice(1);
  if (!params.includes('interface=MediaRecorder')) return undefined;
  const member = params.find((param) => param.startsWith('member='))?.slice('member='.length);
  return member === undefined ? 'MediaRecorder' : featureOfMember(member);
}

function versionOf({ browser, engine }: Target): string {
  return browser.version
    .split('.')
    .slice(0, engine === 'webkit' ? 2 : 1)
    .join('.');
}

/** What the rules of a target say of each feature: whether it is there, and which of its rules are broken. */
function featuresOf(target: Target, deciding: ReadonlySet<string>): ReadonlyMap<string, Support> {
  const placed = new Map(
    target.cases.flatMap((result) => {
      const feature = featureOfPlace(result);
      return feature === undefined || !isDecided(result.verdict)
        ? []
        : [[feature, result.verdict === 'pass']];
    }),
  );
  const kept = new Map<string, number>();
  const broken = new Map<string, string[]>();
  for (const [rule, cases] of casesByRule(target)) {
    const verdict = foldVerdicts(cases.map((result) => result.verdict));
    if (!deciding.has(rule) || verdict === undefined || !isDecided(verdict)) continue;
    const feature = featureOfRule(rule);
    if (isBroken(verdict)) broken.set(feature, [...(broken.get(feature) ?? []), rule]);
    else kept.set(feature, (kept.get(feature) ?? 0) + 1);
  }
  // Without a case that looks for it, a feature that keeps a rule is there; one that keeps none may be there or not.
  const there = new Map([...[...kept.keys()].map((feature) => [feature, true] as const), ...placed]);
  return new Map(
    [...there]
      .filter(([feature]) => isFeature(feature, placed))
      .map(([feature, present]): [string, Support] => {
        if (!present) return [feature, { version_added: false }];
        // A test of one version knows only that the feature came no later.
        const added = { version_added: `≤${versionOf(target)}` };
        const notes = (broken.get(feature) ?? []).map((rule) => `Does not keep ${rule}`);
        return [feature, notes.length === 0 ? added : { ...added, partial_implementation: true, notes }];
      }),
  );
}

/** What is a member of MediaRecorder, rather than a part of this suite such as its rules about media. */
function isFeature(feature: string, placed: ReadonlyMap<string, boolean>): boolean {
  return placed.has(feature) || METHODS.includes(feature);
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
  const deciding = new Set<string>(results.rules.filter(decides).map(({ id }) => id));
  const supports = native.map((target) => ({ target, features: featuresOf(target, deciding) }));
  const names = [...new Set(supports.flatMap(({ features }) => [...features.keys()]))].sort();
  const found = names.map((feature) => ({
    feature,
    targets: supports.flatMap(({ target, features }) => {
      const support = features.get(feature);
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
