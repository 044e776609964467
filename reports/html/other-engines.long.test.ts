import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as v from 'valibot';
import { discover, preferred, thisMachine, type InstalledBrowser } from '../../harness/browsers/index.ts';
import { openIn } from '../../harness/browsers/testing/one-page.ts';
import { decodeJson, type Recording } from '../../harness/protocol/index.ts';
import { loopback, textOf, type Loopback } from '../../harness/server/testing/loopback.ts';
import { recordingsIn, type PlacedRecording } from './recordings.ts';
import { CASE, EARLIER, pageOf, SAMPLE, VIEWS } from './testing/report-pages.ts';
import { PACKAGE_ROOT } from '../../harness/api/package-root.ts';

const CLIP = readFileSync(join(PACKAGE_ROOT, 'fixtures', 'media', 'foreign.wav'));
const BESIDE = 'recordings/beside/1-clip.wav';

/** Reads the report view by view in a frame, as a reader would, and posts what it found. */
const WALK = `<!doctype html><meta charset="utf-8"><title>walk</title>
<iframe src="/report" style="width: 1200px; height: 800px"></iframe><script>
const complaints = [];
const views = [];
const frame = document.querySelector('iframe');
const until = async (what, holds) => {
  for (let tries = 0; tries < 600; tries += 1) {
    const value = holds();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited in vain for ' + what);
};
const walk = async () => {
  await until('the report', () => frame.contentDocument?.documentElement?.dataset.ready === 'true');
  const { contentWindow: report, contentDocument: page } = frame;
  const complain = (event) => complaints.push(String(event.message ?? event.reason ?? event.violatedDirective));
  for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation'])
    report.addEventListener(kind, complain);
  for (const hash of ${JSON.stringify(VIEWS)}) {
    report.location.hash = hash;
    const name = hash.slice(2).split('?')[0] || 'overview';
    await until(hash, () => page.querySelector('main.view-' + name + ' h1'));
    views.push({ hash, heading: page.querySelector('h1').textContent, charts: page.querySelectorAll('.chart').length });
  }
  report.location.hash = '#/rules?verdict=crash';
  await until('the filter', () => page.querySelector('.matrix'));
  const found = page.querySelector('.found [role=status]').textContent;
  report.location.hash = ${JSON.stringify(CASE)};
  const player = await until('a player', () => page.querySelector('audio'));
  await until('the recording', () => player.readyState > 0);
  const theme = page.querySelector('.theme select');
  theme.value = 'dark';
  theme.dispatchEvent(new report.Event('change', { bubbles: true }));
  await until('the dark theme', () => report.getComputedStyle(page.body).backgroundColor === 'rgb(17, 18, 20)');
  return { views, found, duration: player.duration };
};
walk().then((seen) => ({ ...seen, complaints }), (error) => ({ views, found: '', duration: 0, complaints: [...complaints, String(error)] }))
  .then((seen) => fetch('/seen', { method: 'POST', body: JSON.stringify(seen) }));
</script>`;

const Seen = v.object({
  views: v.array(v.object({ hash: v.string(), heading: v.string(), charts: v.number() })),
  found: v.string(),
  duration: v.number(),
  complaints: v.array(v.string()),
});

function sample(): string {
  const places = new Map<Recording, PlacedRecording>(
    recordingsIn(SAMPLE).map((recording) => [recording, { kind: 'beside', href: BESIDE }]),
  );
  return pageOf(SAMPLE, { baseline: EARLIER, recordings: places });
}

let pages: Loopback | undefined;
let tell = (_seen: string): void => {};
const asked: string[] = [];

before(async () => {
  pages = await loopback((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/seen') {
      void textOf(request).then((body) => tell(body));
      response.end();
      return;
    }
    asked.push(pathname);
    const isClip = pathname === `/${BESIDE}`;
    response.setHeader('content-type', isClip ? 'audio/wav' : 'text/html');
    response.end(isClip ? CLIP : pathname === '/walk' ? WALK : sample());
  });
});
after(() => pages?.close());

/** What the walk through the report finds in a browser. */
async function walked(browser: InstalledBrowser): Promise<v.InferOutput<typeof Seen>> {
  const seen = new Promise<string>((resolve) => (tell = resolve));
  asked.length = 0;
  const page = await openIn(browser, `${pages?.origin}/walk`);
  try {
    const ended = page.gone.then((reason) => Promise.reject(new Error(reason)));
    return decodeJson(Seen, await Promise.race([seen, ended]), 'the walk');
  } finally {
    await page.close();
  }
}

const found = await discover(thisMachine());

for (const engine of ['firefox', 'webkit'] as const) {
  const browser = preferred(found, engine);
  const skip = browser === undefined ? `no ${engine} here` : false;
  test(`the report is read in ${browser?.name ?? engine}, too`, { skip, timeout: 180_000 }, async () => {
    if (browser === undefined) return;
    const { views, found: status, duration, complaints } = await walked(browser);
    deepStrictEqual(complaints, []);
    deepStrictEqual(
      views.map(({ hash }) => hash),
      VIEWS,
    );
    ok(views.every(({ heading }) => heading.length > 0));
    strictEqual(views.find(({ hash }) => hash === '#/measured')?.charts, 5);
    match(status, /^\d+ of 90 rules$/);
    ok(duration > 0, `${duration} s of the recording`);
    const own = ['/walk', '/report', `/${BESIDE}`, '/favicon.ico'];
    deepStrictEqual(
      asked.filter((path) => !own.includes(path)),
      [],
    );
  });
}
