/** Measures the HTML report of twenty targets with 1,500 cases each: how large it is, and how long it takes to open. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { launch, type Browser } from 'puppeteer-core';
import { discover, preferred, thisMachine } from '../harness/browsers/index.ts';
import { htmlReport } from '../reports/html/index.ts';
import { sampleResults } from '../reports/testing/sample-results.ts';
import { built } from '../harness/api/package-root.ts';

const SIZE = { targets: 20, rules: 375, casesPerRule: 4 } as const;
const ROUNDS = 7;
const MOST_BYTES = 8_000_000;
const MOST_MS = 1000;

// Run in the page, where this program's own types do not reach.
const FRAME = `new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))`;
const PAINTED = `(async () => { await ${FRAME}; return performance.now(); })()`;
const FILTERED = `(async () => {
  const status = document.querySelector('.found [role=status]');
  const [before, from] = [status.textContent, performance.now()];
  document.querySelector('.chip[title^="Attempts differ"]').click();
  while (status.textContent === before) await ${FRAME};
  return performance.now() - from;
})()`;

const template = built('report', 'template.html');

/** How long one view takes from the request for the page until it is drawn and painted. */
async function openingTime(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1280, height: 860 });
    await page.goto(address);
    await page.waitForSelector('html[data-ready]');
    return Number(await page.evaluate(PAINTED));
  } finally {
    await page.close();
  }
}

/** How long it takes from a choice of verdicts until the matrix shows what is left. */
async function filterTime(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.goto(`${address}#/rules`);
    await page.waitForSelector('html[data-ready] .matrix');
    return Number(await page.evaluate(FILTERED));
  } finally {
    await page.close();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function measured(name: string, measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await measure());
  const [middle, most] = [Math.round(median(times)), Math.round(Math.max(...times))];
  process.stdout.write(`${name}: ${middle} ms (median of ${ROUNDS}, at most ${most} ms)\n`);
  return middle;
}

const chromium = preferred(await discover(thisMachine()), 'chromium');
if (chromium === undefined)
  throw new Error('There is no Chromium here; npx mediarecorder-conformance browsers install chromium');
const folder = await mkdtemp(join(tmpdir(), 'bench-report-'));
const browser = await launch({
  executablePath: chromium.executable,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  pipe: true,
});
try {
  const results = sampleResults(SIZE);
  const cases = results.targets.reduce((sum, target) => sum + target.cases.length, 0);
  const deflate = (text: string): string => deflateRawSync(text).toString('base64');
  const page = htmlReport(results, await readFile(template, 'utf8'), { deflate });
  const file = join(folder, 'index.html');
  await writeFile(file, page);
  const address = pathToFileURL(file).href;
  const bytes = Buffer.byteLength(page);
  process.stdout.write(
    `${results.targets.length} targets, ${cases.toLocaleString('en')} cases, ${chromium.name}\n`,
  );
  process.stdout.write(`size: ${(bytes / 1e6).toFixed(2)} MB\n`);
  const times = [
    await measured('at a glance is drawn', () => openingTime(browser, address)),
    await measured('the matrix is drawn', () => openingTime(browser, `${address}#/rules`)),
    await measured('a filter has been applied', () => filterTime(browser, address)),
  ];
  const kept = bytes < MOST_BYTES && times.every((time) => time < MOST_MS);
  process.stdout.write(kept ? 'within 8 MB and a second\n' : 'NOT within 8 MB and a second\n');
  process.exitCode = kept ? 0 : 1;
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
