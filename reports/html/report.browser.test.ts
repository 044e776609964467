import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { Results } from '../../harness/protocol/index.ts';
import { sampleResults } from '../testing/sample-results.ts';
import { smallResults } from '../testing/small-results.ts';
import { htmlReport } from './index.ts';

const CHROMIUM = '/usr/bin/chromium';
const TEMPLATE = new URL('../../report/template.html', import.meta.url);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const FIREFOX = ['/usr/bin/firefox', '/usr/bin/firefox-esr'].find((file) => existsSync(file));

const skip = existsSync(CHROMIUM) ? false : `no Chromium at ${CHROMIUM}`;

/** A case that fails in one target and passes in another, so that its page has everything on it. */
const CASE = '#/case?id=constructor.throws-while-inactive&target=chromium-156.0.7000.1-native';
const VIEWS = [
  '#/',
  '#/rules',
  '#/rules?open=state.sets-state',
  CASE,
  '#/formats',
  '#/measured',
  '#/compare',
  '#/machine',
];

describe('the HTML report in Chromium', { skip }, () => {
  let browser: Browser;
  let folder: string;
  const complaints: string[] = [];

  const deflate = (text: string): string => deflateRawSync(text).toString('base64');

  function write(name: string, results: Results, baseline?: Results): string {
    const options = baseline === undefined ? { deflate } : { deflate, baseline };
    const file = join(folder, name);
    writeFileSync(file, htmlReport(results, readFileSync(TEMPLATE, 'utf8'), options));
    return pathToFileURL(file).href;
  }

  async function open(address: string, { width = 1280, scheme = 'light' } = {}): Promise<Page> {
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) complaints.push(`request to ${request.url()}`);
    });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 860 });
    await page.goto(address);
    await page.waitForSelector('html[data-ready]');
    return page;
  }

  let sample: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
    browser = await launch({ executablePath: CHROMIUM, args: ['--no-sandbox'], pipe: true });
    sample = write(
      'sample.html',
      sampleResults({ targets: 3, rules: 90, casesPerRule: 2 }),
      sampleResults({ targets: 3, rules: 88, casesPerRule: 2, seed: 9 }),
    );
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
    deepStrictEqual(complaints, []);
  });

  for (const scheme of ['light', 'dark'])
    for (const view of VIEWS)
      test(`${view.slice(0, 16)} is accessible in ${scheme}`, async () => {
        const page = await open(`${sample}${view}`, { scheme });
        await page.evaluate(AXE);
        const found =
          await page.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) =>
          result.violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 200) + failureSummary).join(' | ')))`);
        deepStrictEqual(found, []);
        await page.close();
      });

  for (const view of VIEWS)
    test(`${view.slice(0, 16)} fits 360 pixels`, async () => {
      const page = await open(`${sample}${view}`, { width: 360 });
      strictEqual(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      await page.close();
    });

  test('hostile text is shown as text', async () => {
    const page = await open(
      `${write('small.html', smallResults())}#/case?id=stop.hostile;text%3D%253Cb%253E&target=chromium`,
    );
    match(
      await page.$eval('h1', (heading) => heading.textContent ?? ''),
      /<\/script><img src=x onerror=alert\(1\)>/,
    );
    match(await page.$eval('.actual pre', (seen) => seen.textContent ?? ''), /<img src=x/);
    strictEqual(await page.$('img'), null);
    await page.close();
  });

  test('filters, search and folding are in the address, and an address brings them back', async () => {
    const page = await open(`${sample}#/rules`);
    await page.click('.chip[title^="The page or the browser died"]');
    await page.type('input[type=search]', 'state');
    await page.select('.choice select', 'disagree');
    await page.waitForFunction(() => location.hash.includes('q=state'));
    const { hash } = new URL(page.url());
    match(hash, /verdict=crash/);
    match(hash, /where=disagree/);
    const status = await page.$eval('[role=status]', (line) => line.textContent);
    const again = await open(`${sample}${hash}`);
    strictEqual(await again.$eval('[role=status]', (line) => line.textContent), status);
    strictEqual(await again.$eval('input[type=search]', (input) => input.value), 'state');
    await again.close();
    await page.close();
  });

  test('the keyboard reaches a cell, its page, and the way back to the same cell', async () => {
    const page = await open(`${sample}#/rules`);
    await page.focus('.matrix [tabindex="0"]');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'] as const)
      await page.keyboard.press(key);
    const label = await page.evaluate(() => document.activeElement?.textContent ?? '');
    match(label, /in Firefox/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.case-page');
    strictEqual(await page.evaluate(() => document.activeElement?.id), 'main');
    await page.goBack();
    await page.waitForSelector('.matrix');
    for (let line = 0; line < 40; line += 1) await page.keyboard.press('Tab');
    await page.focus('.matrix [tabindex="0"]');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    match(await page.evaluate(() => document.activeElement?.className ?? ''), /twist|statement|cell/);
    await page.close();
  });

  test('the theme can be chosen, and only the shown lines of a matrix are drawn', async (t) => {
    const page = await open(
      `${write('large.html', sampleResults({ targets: 20, rules: 375, casesPerRule: 4 }))}#/rules`,
    );
    const lines = await page.$$eval('.matrix tbody tr', (rows) => rows.length);
    ok(lines < 60, `${lines} lines`);
    strictEqual(await page.$eval('[role=grid]', (grid) => grid.getAttribute('aria-rowcount')), '387');
    const drawn = await page.evaluate(
      () => performance.getEntriesByName('report-drawn')[0]?.startTime ?? Infinity,
    );
    // A busy machine says nothing about the budget of a second, so this is told rather than asserted.
    t.diagnostic(`30,000 cases drawn ${Math.round(drawn)} ms after the page was asked for`);
    await page.select('.theme select', 'dark');
    await page.waitForSelector('html[data-theme=dark]');
    strictEqual(
      await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      'rgb(17, 18, 20)',
    );
    await page.close();
  });

  test('printing draws every line', async () => {
    const page = await open(`${sample}#/rules`);
    const drawn = await page.evaluate(async () => {
      dispatchEvent(new Event('beforeprint'));
      await Promise.resolve();
      return document.querySelectorAll('.matrix tr.rule').length;
    });
    strictEqual(drawn, 90);
    await page.close();
  });
});

test(
  'the report opens in Firefox, too',
  { skip: FIREFOX === undefined ? 'no Firefox here' : skip },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    const browser = await launch({ browser: 'firefox', executablePath: FIREFOX ?? '', headless: true });
    try {
      const complaints: string[] = [];
      const page = await browser.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      const file = join(folder, 'sample.html');
      const results = sampleResults({ targets: 3, rules: 90, casesPerRule: 2 });
      const deflate = (text: string): string => deflateRawSync(text).toString('base64');
      writeFileSync(file, htmlReport(results, readFileSync(TEMPLATE, 'utf8'), { deflate }));
      for (const view of VIEWS) {
        // Only the hash differs between views: without a page in between nothing would be loaded anew.
        await page.goto('about:blank');
        await page.goto(`${pathToFileURL(file).href}${view}`);
        await page.waitForSelector('html[data-ready]');
        ok(((await page.$eval('h1', (heading) => heading.textContent)) ?? '').length > 0);
      }
      deepStrictEqual(complaints, []);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  },
);
