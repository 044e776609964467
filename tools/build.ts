/** Builds what the compiler does not: the pages' bundles, the manifest and the published schema. */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { Coverage, decode, decodeJson, Manifest, Results } from '../harness/protocol/index.ts';
import { prepareReports } from './bundle-report.ts';
import { bundleRecorders } from './bundle-recorders.ts';
import { bundleCatalogue, bundleKit, bundlePages, suiteFiles, writeJson } from './bundle.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

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
const pages = async (): Promise<void> => {
  const hash = await bundlePages(PACKAGE_ROOT, join(dist, 'page'), await suiteFiles(PACKAGE_ROOT));
  await writeJson(join(dist, 'manifest.json'), manifest(catalogue, { version, hash }));
};
/** Everything else, which takes longer. */
const others = () => [
  bundleKit(PACKAGE_ROOT, join(dist, 'kit')),
  prepareReports(PACKAGE_ROOT, join(dist, 'report')),
  bundleRecorders(PACKAGE_ROOT, join(dist, 'page'), join(dist, '.build')).then((recorders) =>
    writeJson(join(dist, 'recorders.json'), { version, ...recorders }),
  ),
  writeJson(join(dist, 'coverage.json'), decode(Coverage, catalogue.coverage(), 'the coverage')),
  copyFile(join(PACKAGE_ROOT, 'suites', 'durations.json'), join(dist, 'durations.json')),
  writeJson(join(dist, 'results.schema.json'), toJsonSchema(Results, { errorMode: 'ignore' })),
];
await Promise.all([pages(), ...(process.argv.includes('--pages') ? [] : others())]);
