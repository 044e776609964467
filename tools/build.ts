/** Builds what the compiler does not: bundles, the manifest, the published schema and types, and the notice. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { Coverage, decode, decodeJson, Manifest, Results } from '../harness/protocol/index.ts';
import { prepareReports } from './bundle-report.ts';
import { bundleRecorders } from './bundle-recorders.ts';
import {
  bundleCatalogue,
  bundleCommandLine,
  bundleKit,
  bundlePages,
  suiteFiles,
  writeJson,
} from './bundle.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';
import { BuildSteps, deleteStale, type Step } from './build-steps.ts';
import { bundledPackages, type BuiltFile } from './notice/packages.ts';
import { noticeText } from './notice/text.ts';
import { publishTypes } from './published-types.ts';
import { SOURCE_FOLDERS } from './test-runner/test-files.ts';

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
let loading: ReturnType<typeof loadCatalogue> | undefined;
const catalogue = (): ReturnType<typeof loadCatalogue> => (loading ??= loadCatalogue());

/** What every step depends on. */
const ALWAYS = ['tools', 'package.json', 'package-lock.json'] as const;
const pages: Step = {
  name: 'pages',
  reads: [...ALWAYS, 'suites', 'fixtures', 'harness/page', 'harness/core', 'harness/protocol'],
  makes: ['dist/manifest.json'],
  make: async () => {
    const { hash, built } = await bundlePages(
      PACKAGE_ROOT,
      join(dist, 'page'),
      await suiteFiles(PACKAGE_ROOT),
    );
    await writeJson(join(dist, 'manifest.json'), manifest(await catalogue(), { version, hash }));
    return built;
  },
};
const others: readonly Step[] = [
  {
    name: 'command line',
    reads: [...ALWAYS, 'harness', 'reports'],
    makes: ['dist/cli/main.js', 'dist/cli/guard.js'],
    make: () => bundleCommandLine(PACKAGE_ROOT, join(dist, 'cli')),
  },
  {
    name: 'kit',
    reads: [...ALWAYS, 'suites', 'fixtures', 'harness/protocol'],
    makes: [],
    make: async () => [await bundleKit(PACKAGE_ROOT, join(dist, 'kit'))],
  },
  {
    name: 'recorders',
    reads: [...ALWAYS, 'suites', 'fixtures', 'harness/protocol'],
    makes: ['dist/recorders.json'],
    make: async () => {
      const { facts, built } = await bundleRecorders(PACKAGE_ROOT, join(dist, 'page'), join(dist, '.build'));
      await writeJson(join(dist, 'recorders.json'), { version, ...facts });
      return built;
    },
  },
  {
    name: 'report',
    reads: [...ALWAYS, 'reports', 'harness/protocol'],
    makes: [],
    make: () => prepareReports(PACKAGE_ROOT, join(dist, 'report')),
  },
  {
    name: 'data',
    reads: [...ALWAYS, 'suites', 'fixtures', 'harness/protocol'],
    makes: ['dist/durations.json', 'dist/coverage.json', 'dist/results.schema.json'],
    make: async () => {
      const durations = await readFile(join(PACKAGE_ROOT, 'suites', 'durations.json'), 'utf8');
      await writeJson(join(dist, 'durations.json'), JSON.parse(durations));
      await writeJson(
        join(dist, 'coverage.json'),
        decode(Coverage, (await catalogue()).coverage(), 'the coverage'),
      );
      const schema = toJsonSchema(Results, { errorMode: 'ignore' });
      await writeFile(join(dist, 'results.schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
      return [];
    },
  },
];

const steps = await BuildSteps.open(PACKAGE_ROOT, join(dist, '.build', 'steps.json'));
// Cases that are watched need their pages at once, and nothing else.
if (process.argv.includes('--pages')) await steps.run(pages);
else {
  await deleteStale(PACKAGE_ROOT, SOURCE_FOLDERS);
  const built: BuiltFile[] = [];
  for (const step of [pages, ...others]) built.push(...(await steps.run(step)));
  await publishTypes(dist, join(dist, 'types'));
  const packages = await bundledPackages(PACKAGE_ROOT, built);
  await writeFile(join(dist, 'third-party-notices.txt'), noticeText(packages));
}
