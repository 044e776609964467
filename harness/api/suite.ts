import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { Coverage, decodeJson, Manifest } from '../protocol/index.ts';
import type { Roots } from '../server/index.ts';
import { built } from './package-root.ts';

/** What the server serves beside the pages of sessions. */
export const SERVED_ROOTS: Roots = { bundle: built('page') };

/** The prebuilt page that the HTML report fills. */
export function reportTemplate(): Promise<string> {
  return readFile(built('report', 'template.html'), 'utf8');
}

const Support = v.union([
  v.literal('mirror'),
  v.object({
    version_added: v.nullable(v.union([v.string(), v.boolean()])),
    version_removed: v.exactOptional(v.union([v.string(), v.boolean()])),
  }),
]);
const Published = v.object({
  version: v.string(),
  features: v.record(v.string(), v.record(v.string(), v.union([Support, v.array(Support)]))),
});

/** What browser-compat-data says of MediaRecorder, as it was when the package was built. */
export async function publishedCompat(): Promise<v.InferOutput<typeof Published>> {
  return decodeJson(
    Published,
    await readFile(built('report', 'compat-data.json'), 'utf8'),
    'compat-data.json',
  );
}

/** How long cases take, by their ids. */
export const DurationsFile = v.record(v.string(), v.pipe(v.number(), v.minValue(0)));

/** How long each case took when it was measured last. */
export async function knownDurations(): Promise<v.InferOutput<typeof DurationsFile>> {
  return decodeJson(DurationsFile, await readFile(built('durations.json'), 'utf8'), 'durations.json');
}

/** What the build knows of the suite. */
export async function loadManifest(): Promise<Manifest> {
  return decodeJson(Manifest, await readFile(built('manifest.json'), 'utf8'), 'manifest.json');
}

const Mutant = v.object({
  name: v.string(),
  /** The rules that it breaks. */
  breaks: v.array(v.string()),
  /** The parameters of the cases that can notice, where not all cases of its rules can. */
  where: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
  misdeed: v.string(),
  /** What it is made of, where that is not the reference. */
  over: v.exactOptional(v.literal('native')),
});
/** A recorder that is broken on purpose, as the build lists it. */
export type Mutant = v.InferOutput<typeof Mutant>;

const BuiltIn = v.object({
  version: v.string(),
  reference: v.nullable(v.object({ hash: v.string() })),
  mutants: v.object({
    hash: v.string(),
    list: v.array(Mutant),
  }),
});

/** The recorders that come with the suite. */
export async function loadBuiltIn(): Promise<v.InferOutput<typeof BuiltIn>> {
  return decodeJson(BuiltIn, await readFile(built('recorders.json'), 'utf8'), 'recorders.json');
}

/** What the spec and the documentation state, each statement with its rules or the reason why it has none. */
export async function loadCoverage(): Promise<Coverage> {
  return decodeJson(Coverage, await readFile(built('coverage.json'), 'utf8'), 'coverage.json');
}
