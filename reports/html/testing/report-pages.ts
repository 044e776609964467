import { deepStrictEqual } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { discover, preferred, thisMachine } from '../../../harness/browsers/index.ts';
import type { Results } from '../../../harness/protocol/index.ts';
import { sampleResults } from '../../testing/sample-results.ts';
import { htmlReport, type HtmlOptions } from '../index.ts';
import { built } from '../../../harness/api/package-root.ts';

const TEMPLATE = built('report', 'template.html');

const chromium = preferred(await discover(thisMachine()), 'chromium');
const skip = chromium === undefined ? 'there is no Chromium on this machine' : false;

/** A case that fails in one target and passes in another, so that its page has everything on it. */
export const CASE = '#/case?id=constructor.throws-while-inactive&target=chromium-156.0.7000.1-native';

/** An address in every view. */
export const VIEWS = [
  '#/',
  '#/rules',
  '#/rules?open=state.sets-state',
  CASE,
  '#/formats',
  '#/measured',
  '#/compare',
  '#/machine',
];

/** A run that has something of everything. */
export const SAMPLE = sampleResults({ targets: 3, rules: 90, casesPerRule: 2 });
/** A run that it can be compared with. */
export const EARLIER = sampleResults({ targets: 3, rules: 88, casesPerRule: 2, seed: 9 });

/** The whole page of a report, as a run writes it. */
export function pageOf(results: Results, options: HtmlOptions = {}): string {
  const deflate = (text: string): string => deflateRawSync(text).toString('base64');
  return htmlReport(results, readFileSync(TEMPLATE, 'utf8'), { deflate, ...options });
}

/** Reports on disk, opened in Chromium; whatever a page complains of or asks the network for is kept. */
export class ReportPages {
  readonly complaints: string[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'report-'));
  #browser: Browser | undefined;
  #sample = '';

  /** The address of the sample's report, beside an earlier run. */
  get sample(): string {
    return this.#sample;
  }

  /** Starts the browser. */
  async start(): Promise<void> {
    this.#sample = this.write('sample.html', SAMPLE, { baseline: EARLIER });
    this.#browser = await launch({
      executablePath: chromium?.executable ?? '',
      args: ['--no-sandbox'],
      pipe: true,
    });
  }

  /** Ends the browser and removes the reports. */
  async end(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Writes a report and gives its address. */
  write(name: string, results: Results, options: HtmlOptions = {}): string {
    const file = join(this.folder, name);
    writeFileSync(file, pageOf(results, options));
    return pathToFileURL(file).href;
  }

  /** Opens an address; the page has been drawn when this settles. */
  async open(address: string, { width = 1280, scheme = 'light' } = {}): Promise<Page> {
    if (this.#browser === undefined) throw new Error('The browser was not started.');
    const page = await this.#browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warn') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      this.complaints.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) this.complaints.push(`request to ${request.url()}`);
    });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 860 });
    await page.goto(address);
    await page.waitForSelector('html[data-ready]');
    return page;
  }
}

/** Tests in a browser that is open for all of them; in the end no page may have complained. */
export function describeReports(what: string, tests: (pages: ReportPages) => void): void {
  describe(what, { skip }, () => {
    const pages = new ReportPages();
    before(() => pages.start());
    after(async () => {
      await pages.end();
      deepStrictEqual(pages.complaints, []);
    });
    tests(pages);
  });
}
