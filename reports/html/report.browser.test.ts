import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { sampleResults } from '../testing/sample-results.ts';
import { describeReports, VIEWS } from './testing/report-pages.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describeReports('the HTML report in Chromium', (pages) => {
  for (const scheme of ['light', 'dark'])
    for (const view of VIEWS)
      test(`${view.slice(0, 16)} is accessible in ${scheme}`, async () => {
        const page = await pages.open(`${pages.sample}${view}`, { scheme });
        await page.evaluate(AXE);
        const found =
          await page.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) =>
          result.violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 200) + failureSummary).join(' | ')))`);
        deepStrictEqual(found, []);
        await page.close();
      });

  for (const view of VIEWS)
    test(`${view.slice(0, 16)} fits 360 pixels`, async () => {
      const page = await pages.open(`${pages.sample}${view}`, { width: 360 });
      strictEqual(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      await page.close();
    });

  test('filters, search and folding are in the address, and an address brings them back', async () => {
    const page = await pages.open(`${pages.sample}#/rules`);
    await page.click('.chip[title^="The page or the browser died"]');
    await page.type('input[type=search]', 'state');
    await page.select('.choice select', 'disagree');
    await page.waitForFunction(() => location.hash.includes('q=state'));
    const { hash } = new URL(page.url());
    match(hash, /verdict=crash/);
    match(hash, /where=disagree/);
    const status = await page.$eval('[role=status]', (line) => line.textContent);
    const again = await pages.open(`${pages.sample}${hash}`);
    strictEqual(await again.$eval('[role=status]', (line) => line.textContent), status);
    strictEqual(await again.$eval('input[type=search]', (input) => input.value), 'state');
    await again.close();
    await page.close();
  });

  test('the theme can be chosen, and only the shown lines of a matrix are drawn', async (t) => {
    const page = await pages.open(
      `${pages.write('large.html', sampleResults({ targets: 20, rules: 375, casesPerRule: 4 }))}#/rules`,
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
    const page = await pages.open(`${pages.sample}#/rules`);
    const drawn = await page.evaluate(async () => {
      dispatchEvent(new Event('beforeprint'));
      await Promise.resolve();
      return document.querySelectorAll('.matrix tr.rule').length;
    });
    strictEqual(drawn, 90);
    await page.close();
  });
});
