import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { smallResults } from '../testing/small-results.ts';
import { payloadOf } from './payload.ts';
import { CASE, describeReports, SAMPLE, VIEWS } from './testing/report-pages.ts';
import { modelOf } from './view/model.ts';
import { emptyQuery, type RulesQuery } from './view/query.ts';
import { rulesHref } from './view/route.ts';
import { matchingRows } from './view/rows.ts';

const model = modelOf(payloadOf(SAMPLE));

function expected(query: Partial<RulesQuery>): string {
  const found = matchingRows(model, { ...emptyQuery, ...query }).length;
  return `${found} of ${model.rows.length} rules`;
}

const HOSTILE_CASE = '#/case?id=stop.hostile;text%3D%253Cb%253E&target=chromium';

describeReports('reading the HTML report', (pages) => {
  const FILTERS: readonly Partial<RulesQuery>[] = [
    { verdicts: ['fail', 'crash'] },
    { levels: ['should'] },
    { standings: ['unclear'] },
    { sections: ['media'] },
    { engines: ['firefox'], verdicts: ['fail'] },
    { where: 'disagree' },
    { where: 'fails-everywhere' },
    { where: 'fails-only-webkit' },
    { where: 'passes-2' },
    { text: 'InvalidState' },
    { levels: ['must'], standings: ['settled'], where: 'disagree', sort: 'failures' },
  ];

  test('every filter can be linked, and leaves what it says', async () => {
    const page = await pages.open(`${pages.sample}#/rules`);
    for (const query of FILTERS) {
      const said = expected(query);
      await page.evaluate((hash) => (location.hash = hash), rulesHref(query));
      await page.waitForFunction(
        (text) => document.querySelector('.found [role=status]')?.textContent === text,
        {},
        said,
      );
    }
    await page.close();
  });

  test('level, standing, engine and section are chosen with boxes, order and folding with their controls', async () => {
    const page = await pages.open(`${pages.sample}#/rules`);
    await page.click('.filters summary');
    for (const label of ['should', 'unclear', 'Firefox', 'Events'])
      await page.evaluate((text) => {
        const labels = [...document.querySelectorAll<HTMLElement>('fieldset label')];
        labels.find(({ textContent }) => textContent === text)?.click();
      }, label);
    await page.waitForFunction(() => location.hash.includes('section=events'));
    const hash = decodeURIComponent(new URL(page.url()).hash);
    for (const part of ['level=should', 'standing=unclear', 'engine=firefox']) ok(hash.includes(part), hash);
    await page.evaluate(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Clear filters')?.click();
    });
    await page.waitForFunction(() => location.hash === '#/rules');
    await page.evaluate(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Fold all')?.click();
    });
    await page.waitForFunction(() => document.querySelectorAll('.matrix tr.rule').length === 0);
    strictEqual(await page.$$eval('.matrix tr.section', (rows) => rows.length), 11);
    await page.close();
  });

  test('addresses that lead nowhere are answered in words', async () => {
    for (const [hash, said] of [
      ['#/nowhere', /How well browsers keep/],
      ['#/case?id=gone.rule&target=chromium', /This run has no case gone\.rule/],
      ['#/case?id=%E0%A4%A&target=', /This run has no case/],
      ['#/rules?verdict=wrong&sort=odd&q=%', /0 of 90 rules|90 of 90 rules/],
      ['#/compare?before=x&after=y', /Broken in Firefox/],
    ] as const) {
      const page = await pages.open(`${pages.sample}${hash}`);
      match(await page.$eval('main', (main) => main.textContent ?? ''), said);
      await page.close();
    }
  });

  test('the keyboard alone leads from the top of the page to a case and its command', async () => {
    const page = await pages.open(`${pages.sample}#/`);
    const focused = (): Promise<string> =>
      page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent ?? ''}`);
    const tabTo = async (wanted: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((selector) => document.activeElement?.matches(selector) === true, wanted))
          return;
      }
      throw new Error(`Tab does not reach ${wanted}, but ${await focused()}`);
    };
    await page.keyboard.press('Tab');
    match(await focused(), /Skip to the content/);
    await page.keyboard.press('Enter');
    strictEqual(await page.evaluate(() => document.activeElement?.id), 'main');
    await page.evaluate(() => document.querySelector<HTMLElement>('.brand')?.focus());
    await tabTo('nav a[href="#/rules"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.matrix');
    await tabTo('input[type=search]');
    await page.keyboard.type('constructor.throws');
    await page.waitForFunction(() => location.hash === '#/rules?q=constructor.throws');
    await tabTo('.chip');
    await page.keyboard.press('Space');
    await page.waitForSelector('.chip:focus[aria-pressed="true"]');
    await page.keyboard.press('Space');
    await page.waitForSelector('.chip:focus[aria-pressed="false"]');
    await tabTo('.matrix [tabindex="0"]');
    for (const key of ['ArrowDown', 'ArrowRight'] as const) await page.keyboard.press(key);
    match(await focused(), /constructor\.throws-while-inactive in Chromium/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.case-page');
    strictEqual(await page.evaluate(() => document.activeElement?.id), 'main');
    await tabTo('.copy .button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      /Copied|Selected/.test(document.querySelector('.said')?.textContent ?? ''),
    );
    await page.goBack();
    await page.waitForSelector('.matrix');
    match(await page.evaluate(() => location.hash), /q=constructor/);
    await page.close();
  });

  test('nothing that is typed is lost, however slowly', async () => {
    const page = await pages.open(`${pages.sample}#/rules`);
    await page.type('input[type=search]', 'stop', { delay: 150 });
    await page.waitForFunction(() => location.hash === '#/rules?q=stop');
    strictEqual(await page.$eval('input[type=search]', (input) => input.value), 'stop');
    await page.evaluate(() => (location.hash = '#/rules?q=pause'));
    await page.waitForFunction(() => document.querySelector('input')?.value === 'pause');
    await page.close();
  });

  test('hostile text is text in every view', async () => {
    const small = pages.write('small.html', smallResults(), { baseline: smallResults() });
    for (const view of [...VIEWS.filter((each) => each !== CASE), '#/rules?q=stop.hostile', HOSTILE_CASE]) {
      const page = await pages.open(`${small}${view}`);
      strictEqual(await page.$('img, main script, main style'), null, view);
      if (view === HOSTILE_CASE) {
        const attack = /<img src=x onerror=alert\(1\)>/;
        match(await page.$eval('h1', (heading) => heading.textContent ?? ''), attack);
        match(await page.$eval('.actual pre', (seen) => seen.textContent ?? ''), attack);
      }
      await page.close();
    }
  });

  test('a run that was ended early says so in every view', async () => {
    const [first] = SAMPLE.targets;
    const [left] = first?.cases ?? [];
    if (left === undefined) throw new Error('the sample has no case');
    const part = pages.write('part.html', { ...SAMPLE, notRun: [left.id] });
    for (const view of VIEWS) {
      const page = await pages.open(`${part}${view}`);
      const note = await page.$eval('main > .notice', (notice) => notice.textContent);
      strictEqual(note, 'This run is incomplete. 1 case was not run everywhere.');
      await page.close();
    }
  });

  test('nothing moves for who wants no motion, and paper has no controls', async () => {
    const page = await pages.open(`${pages.sample}#/rules`);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const moving = await page.$$eval('a, button, .arrow', (parts) =>
      parts.map((part) => getComputedStyle(part).transitionDuration).filter((time) => time !== '0s'),
    );
    deepStrictEqual(moving, []);
    await page.select('.theme select', 'dark');
    await page.waitForSelector('html[data-theme=dark]');
    await page.emulateMediaType('print');
    strictEqual(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'light');
    const shown = await page.$$eval('nav, .chips, .search, .theme, .button', (parts) =>
      parts.filter((part) => part.getClientRects().length > 0).map(({ className }) => className),
    );
    deepStrictEqual(shown, []);
    await page.close();
  });
});
