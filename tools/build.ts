/** Builds what the compiler does not: bundles, the manifest, the published schema and types, and the notice. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { Coverage, decode, decodeJson, Manifest, Results } from '../harness/protocol/index.ts';
import { prepareReports } from './bundle-report.ts';
import { bundleRecorders } from './bundle-recorders.ts';
import { bundleCatalogue, bundleKit, bundlePages, suiteFiles, writeJson } from './bundle.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';
import { bundledPackages, type BuiltFile } from './notice/packages.ts';
import { noticeText } from './notice/text.ts';
import { publishTypes } from './published-types.ts';

const dist = join(PACKAGE_ROOT, 'dist');

const Catalogue = v.object({
  registeredCases: v.pipe(v.function(), v.returns(v.map(v.string(), v.object({ entry: v.unknown() })))),
  allRules: v.pipe(
    v.function(),
    v.returns(
      v.array(
        v.object({
          id: v.string(),
          section: v.object({ id: v.string(), title: v.string() }),
          rule: v.looseObject({}),
        }),
      ),
    ),
  ),
  SPEC_REVISION: v.string(),
  coverage: v.pipe(v.function(), v.returns(v.unknown())),
});

async function packageVersion(): Promise<string> {
  const file = await readFile(join(PACKAGE_ROOT, 'package.json'), 'utf8');
  return decodeJson(v.object({ version: v.string() }), file, 'package.json').version;
}

async function loadCatalogue(): Promise<v.InferOutput<typeof Catalogue>> {
  const file = await bundleCatalogue(PACKAGE_ROOT, join(dist, '.build'));
  const loaded: unknown = await import(`${pathToFileURL(file).href}?${Date.now()}`);
  return decode(Catalogue, loaded, 'the catalogue');
}

function manifest(
  catalogue: v.InferOutput<typeof Catalogue>,
  made: { readonly version: string; readonly hash: string },
): Manifest {
  return decode(
    Manifest,
    {
      suite: { ...made, specRevision: catalogue.SPEC_REVISION },
      rules: catalogue.allRules().map(({ id, section, rule }) => ({
        ...rule,
        id,
        section: section.id,
        sectionTitle: section.title,
      })),
      cases: [...catalogue.registeredCases().values()].map(({ entry }) => entry),
    },
    'the manifest',
  );
}

await mkdir(join(dist, 'page'), { recursive: true });
await mkdir(join(dist, '.build'), { recursive: true });
const version = await packageVersion();
const catalogue = await loadCatalogue();
/** What changes with a suite. */
const pages = async (): Promise<readonly BuiltFile[]> => {
  const { hash, built } = await bundlePages(PACKAGE_ROOT, join(dist, 'page'), await suiteFiles(PACKAGE_ROOT));
  await writeJson(join(dist, 'manifest.json'), manifest(catalogue, { version, hash }));
  return built;
};
const recorders = async (): Promise<readonly BuiltFile[]> => {
  const { facts, built } = await bundleRecorders(PACKAGE_ROOT, join(dist, 'page'), join(dist, '.build'));
  await writeJson(join(dist, 'recorders.json'), { version, ...facts });
  return built;
};
/** Data that is shipped as it is. */
const data = async (): Promise<void> => {
  const durations = await readFile(join(PACKAGE_ROOT, 'suites', 'durations.json'), 'utf8');
  await writeJson(join(dist, 'durations.json'), JSON.parse(durations));
  await writeJson(join(dist, 'coverage.json'), decode(Coverage, catalogue.coverage(), 'the coverage'));
  const schema = toJsonSchema(Results, { errorMode: 'ignore' });
  await writeFile(join(dist, 'results.schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
};
/** Everything, of which all but the pages takes longer. */
const everything = async (): Promise<void> => {
  const [kit, ...others] = await Promise.all([
    bundleKit(PACKAGE_ROOT, join(dist, 'kit')),
    pages(),
    recorders(),
    prepareReports(PACKAGE_ROOT, join(dist, 'report')),
    data(),
    publishTypes(dist, join(dist, 'types')),
  ]);
  const built = [kit, ...others.flatMap((files) => files ?? [])];
  const packages = await bundledPackages(PACKAGE_ROOT, built);
  await writeFile(join(dist, 'third-party-notices.txt'), noticeText(packages));
};
await (process.argv.includes('--pages') ? pages() : everything());
