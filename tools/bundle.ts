import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import type { BuiltFile } from './notice/packages.ts';

/** The oldest browsers that the page's bundles run in. */
const BROWSERS = ['chrome120', 'firefox128', 'safari17'];

/** How everything is bundled that runs in a page. */
export const PAGE_BUNDLE = {
  bundle: true,
  format: 'iife',
  target: BROWSERS,
  minify: false,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Bundles one file, and says what it was made from. */
export async function bundle(root: string, file: string, options: BuildOptions): Promise<BuiltFile> {
  // Comments name the bundled files by their paths from the root.
  const { metafile } = await build({ ...options, outfile: file, absWorkingDir: root, metafile: true });
  return { file: relative(root, file), from: bundledFiles(metafile) };
}

/** The files of which something is left in a bundle. */
export function bundledFiles({ outputs }: Metafile): readonly string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
}

/** Every file below a folder whose name ends in a given way, in a stable order. */
async function filesEndingIn(folder: string, ending: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/** Every file of the suite. */
export async function suiteFiles(root: string): Promise<readonly string[]> {
  return filesEndingIn(join(root, 'suites'), '.spec.ts');
}

/** The source text of an entry that loads suites and then does something with them. */
function entryOf(root: string, specs: readonly string[], then: string): NonNullable<BuildOptions['stdin']> {
  const imports = specs.map((spec) => `import ${JSON.stringify(spec)};`).join('\n');
  return { contents: `${imports}\n${then}\n`, resolveDir: root, sourcefile: 'suites.ts', loader: 'ts' };
}

/** The scripts of the pages beside the lanes: their file, and what they do. */
const SCRIPTS = {
  conductor: `import { conduct } from './harness/page/conductor.ts'; void conduct();`,
  subject: `import { prepareSubject } from './harness/page/subject.ts'; prepareSubject();`,
  reader: `import { serveReadings } from './fixtures/streams/reading/read-worker.ts'; serveReadings();`,
  globals: `import { tellGlobals } from './suites/idl/worker-globals.ts'; tellGlobals();`,
} as const;

/** The built pages, and a hash of the lanes, which is the same wherever the same suite is built. */
interface Pages {
  readonly hash: string;
  readonly built: readonly BuiltFile[];
}

/** Bundles the pages' scripts and the lanes with suites in them, and puts the media beside them that cases load. */
export async function bundlePages(root: string, output: string, specs: readonly string[]): Promise<Pages> {
  const lane = join(output, 'lane.js');
  const [built] = await Promise.all([
    Promise.all([
      ...Object.entries(SCRIPTS).map(([name, contents]) =>
        bundle(root, join(output, `${name}.js`), {
          ...PAGE_BUNDLE,
          stdin: { contents, resolveDir: root, loader: 'ts' },
        }),
      ),
      bundle(root, lane, {
        ...PAGE_BUNDLE,
        stdin: entryOf(root, specs, `import { runLane } from './harness/page/lane.ts'; void runLane();`),
      }),
    ]),
    cp(join(root, 'fixtures', 'media'), output, { recursive: true }),
  ]);
  return { hash: await hashOf(lane), built };
}

/** Bundles the kit for suites of others: this process lists their cases with it. */
export async function bundleKit(root: string, output: string): Promise<BuiltFile> {
  return bundle(root, join(output, 'index.js'), {
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    entryPoints: [join(root, 'suites', 'kit', 'for-suites.ts')],
  });
}

/** Bundles the command line: hundreds of small modules take longer to load than most of its commands to run. */
export async function bundleCommandLine(root: string, output: string): Promise<readonly BuiltFile[]> {
  await rm(output, { recursive: true, force: true });
  const { metafile } = await build({
    bundle: true,
    // What few commands need, such as the drivers, is loaded when it is needed.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    entryPoints: {
      main: join(root, 'harness', 'cli', 'main.ts'),
      // A program of its own, which is found beside the code that starts it.
      guard: join(root, 'harness', 'browsers', 'process', 'guard.ts'),
    },
    outdir: output,
    absWorkingDir: root,
    metafile: true,
  });
  const from = bundledFiles(metafile);
  return Object.keys(metafile.outputs).map((file) => ({ file, from }));
}

/** Bundles the catalogue and the suites as a module for this process, which lists their cases. */
export async function bundleCatalogue(root: string, output: string): Promise<string> {
  const file = join(output, 'catalogue.mjs');
  await build({
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'node20',
    logLevel: 'warning',
    stdin: entryOf(
      root,
      await suiteFiles(root),
      `export { registeredCases } from './suites/kit/registry.ts';
       export { coverage } from './suites/coverage/index.ts';
       export { allRules, SPEC_REVISION } from './suites/catalogue.ts';`,
    ),
    outfile: file,
  });
  return file;
}

/** A short hash of a file. */
export async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 12);
}

/** Writes a value as a JSON file that only programs read. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value)}\n`);
}
