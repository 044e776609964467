import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import * as v from 'valibot';
import { decodeJson } from '../harness/protocol/index.ts';
import type { PublishedCompat } from '../reports/index.ts';
import { DATA_MARKER } from '../reports/html/index.ts';
import { bundledFiles } from './bundle.ts';
import type { BuiltFile } from './notice/packages.ts';

/** The oldest browsers that the report is read in: they know `light-dark()` and `DecompressionStream`. */
const BROWSERS = ['chrome123', 'firefox128', 'safari17.5'];

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** A page that may run this script, show this style, play recordings beside it, and do nothing else. */
function page(script: string, style: string): string {
  const policy = [
    `default-src 'none'`,
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    `img-src data:`,
    `media-src 'self' blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>MediaRecorder conformance</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Ccircle cx='12' cy='12' r='10' fill='none' stroke='%23888' stroke-width='2'/%3E%3Ccircle cx='12' cy='12' r='4.5' fill='%23d33'/%3E%3C/svg%3E">
<style>${style}</style>
</head>
<body>
<div id="app"><noscript>This report draws itself with a script; its results are in results.json, too.</noscript></div>
<script type="application/json" id="results">${DATA_MARKER}</script>
<script>${script}</script>
</body>
</html>
`;
}

const Statement = v.object({
  version_added: v.nullable(v.union([v.string(), v.boolean()])),
  version_removed: v.exactOptional(v.union([v.string(), v.boolean()])),
});

const CompatData = v.object({
  __meta: v.object({ version: v.string() }),
  api: v.object({
    MediaRecorder: v.record(
      v.string(),
      v.object({
        __compat: v.exactOptional(
          v.object({ support: v.record(v.string(), v.union([Statement, v.array(Statement)])) }),
        ),
      }),
    ),
  }),
});

const COMPAT_DATA = 'node_modules/@mdn/browser-compat-data/data.json';

/** What browser-compat-data publishes of MediaRecorder; the whole of it is twenty megabytes, too much to ship. */
async function publishedCompat(root: string): Promise<PublishedCompat> {
  const file = join(root, COMPAT_DATA);
  const data = decodeJson(CompatData, await readFile(file, 'utf8'), file);
  const features = Object.entries(data.api.MediaRecorder).flatMap(([name, feature]) =>
    feature.__compat === undefined ? [] : [[name, feature.__compat.support]],
  );
  return { version: data.__meta.version, features: Object.fromEntries(features) };
}

/** Builds what the reports need beside the results: the page of the HTML report, and the published compat data. */
export async function prepareReports(root: string, output: string): Promise<readonly BuiltFile[]> {
  const page = await bundleReport(root, output);
  const compat = join(output, 'compat-data.json');
  await writeFile(compat, JSON.stringify(await publishedCompat(root)));
  return [page, { file: relative(root, compat), from: [COMPAT_DATA] }];
}

/** Builds the page of the HTML report: one file with its script and style inside, and a place for the results. */
async function bundleReport(root: string, output: string): Promise<BuiltFile> {
  const { outputFiles, metafile } = await build({
    bundle: true,
    format: 'iife',
    target: BROWSERS,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryPoints: [join(root, 'reports', 'html', 'app', 'main.tsx')],
    outdir: output,
    absWorkingDir: root,
    metafile: true,
    write: false,
  });
  const text = (ending: string): string =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? '';
  // A page ends a script element at these letters, wherever they stand.
  const script = text('.js').replaceAll('</script', '<\\/script');
  await mkdir(output, { recursive: true });
  const template = join(output, 'template.html');
  await writeFile(template, page(script, text('.css')));
  return { file: relative(root, template), from: bundledFiles(metafile) };
}
