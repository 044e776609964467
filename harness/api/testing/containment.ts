import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CaseEntry, Engine, Target, Verdict } from '../../protocol/index.ts';
import type { ConformanceServer } from '../../server/index.ts';
import { browserOf, misbehavingServer, misdeed, neighbour, resultOf, runDisturbed } from './misbehaviour.ts';

/** What becomes of each culprit. Those whose deed harms nobody, or comes when they are over, pass. */
const VERDICTS: Readonly<Record<string, readonly Verdict[]>> = {
  'throws-late': ['pass'],
  alerts: ['pass'],
  'rejects-unheard': ['pass'],
  'talks-endlessly': ['pass'],
  'reloads-itself': ['crash'],
  'never-settles': ['timeout'],
  'leaves-frame': ['timeout'],
  // Where a frame may reach the page above it, the page is gone or the frame is; elsewhere it is refused.
  'leaves-top': ['fail', 'crash', 'timeout'],
  'removes-frame': ['fail', 'timeout'],
  'closes-window': ['pass', 'crash', 'timeout'],
  loops: ['timeout'],
  // Who floods may drown the page's own signs of life before the flood is stopped.
  floods: ['crash', 'timeout'],
  crashes: ['crash', 'timeout'],
};

const DEEDS = Object.keys(VERDICTS);

let neighbours = 0;
function among(deeds: readonly string[], others: number): readonly CaseEntry[] {
  const beside = Array.from({ length: others }, () => neighbour((neighbours += 1)));
  return [...deeds.map(misdeed), ...beside];
}

/** In the order in which they are given out. Deeds after which all is silent stand together: each silence costs time. */
const CASES = [
  ...among(['leaves-top'], 2),
  ...among(['loops'], 2),
  ...among(['crashes', 'leaves-frame', 'removes-frame'], 1),
  ...among(['floods', 'closes-window'], 2),
  ...among(['reloads-itself', 'never-settles', 'throws-late'], 3),
  ...among(['alerts', 'rejects-unheard', 'talks-endlessly'], 3),
];
const NEIGHBOURS = CASES.filter(({ rule }) => rule === neighbour(1).rule);

/** What happened, for whoever has to find out why a test fails. */
function account({ cases, incidents }: Target): string {
  const lines = cases.map(({ id, attempts }) => `${id}: ${attempts.map(brief).join(' | ')}`);
  return [...incidents.map(({ message }) => `incident: ${message}`), ...lines].join('\n');
}

function brief({ outcome, ...rest }: Target['cases'][number]['attempts'][number]): string {
  const { message, lastStep } = { message: '', lastStep: '', ...rest };
  return `${outcome} ${message.slice(0, 120)} [${lastStep}]`;
}

/** Declares the tests of containment for engines, side by side: most of the time is spent waiting for silent pages. */
export async function testContainment(engines: readonly Engine[]): Promise<void> {
  const browsers = await Promise.all(
    engines.map(async (engine) => [engine, await browserOf(engine)] as const),
  );
  let server: ConformanceServer;
  let close: () => Promise<void>;
  before(async () => {
    ({ server, close } = await misbehavingServer());
  });
  after(() => close());

  describe('containment', { concurrency: true }, () => {
    for (const [engine, browser] of browsers)
      describe(engine, { skip: browser === undefined ? 'not on this machine' : false }, () => {
        it('blames the culprits, each with its last step, and nobody else', async (context) => {
          assert.ok(browser !== undefined);
          const mark = `containment-${engine}-${process.pid}`;
          const target = await runDisturbed(browser, { server, cases: CASES, mark });
          context.diagnostic(`${target.durationMs} ms, ${target.incidents.length} incidents`);
          const story = account(target);
          if (process.env['STORY']) console.log(story);
          assert.ok(target.complete, story);
          for (const deed of DEEDS) {
            const { verdict, attempts } = resultOf(target, misdeed(deed));
            assert.ok(VERDICTS[deed]?.includes(verdict), `${deed} is ${verdict}\n${story}`);
            const last = attempts.at(-1);
            if (last?.outcome !== 'crash' && last?.outcome !== 'timeout') continue;
            assert.equal(last.lastStep, `about to do it: ${deed}`, story);
          }
          for (const entry of NEIGHBOURS) assert.equal(resultOf(target, entry).verdict, 'pass', story);
          const lost = NEIGHBOURS.map((entry) => resultOf(target, entry)).filter(
            ({ attempts }) => attempts[0]?.outcome === 'collateral',
          );
          assert.ok(lost.length > 0, `nobody lost an attempt to a culprit\n${story}`);
          const late = target.incidents.filter(({ message }) => message.includes('too late'));
          assert.ok(late.length > 0, `the late error is not told of\n${story}`);
        });
      });
  });
}
