import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askVersion } from './ask-version.ts';
import { discover, lookAround } from './discover.ts';
import { fakeHost } from '../testing/fake-host.ts';
import { BrowserUnansweredError } from './found.ts';
import { identify } from './identify.ts';
import { missing } from './missing.ts';

const CHROMIUM = '/usr/bin/chromium';
const CHROME = '/usr/bin/google-chrome';
const FIREFOX = '/usr/bin/firefox';
const files = {
  [CHROMIUM]: 'Chromium 156.0.8078.79',
  [CHROME]: 'Google Chrome 140.0.7339.16',
  [FIREFOX]: 'Mozilla Firefox 153.7.0',
} as const;
const NEVER = Number.POSITIVE_INFINITY;

describe('a browser on a cold disk', () => {
  it('is waited for, side by side with others, and it is said for what', async () => {
    const host = fakeHost({ files, delays: { [CHROMIUM]: 8_000, [CHROME]: 7_000, [FIREFOX]: 2_000 } });
    const found = await discover(host);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['chromium', 'chrome', 'firefox'],
    );
    assert.equal(host.clock.now, 8_000, 'as long as the slowest took');
    assert.deepEqual(host.told.toSorted(), [
      `Waiting for ${CHROMIUM} to state its version …`,
      `Waiting for ${CHROME} to state its version …`,
    ]);
  });

  it('that answers at once is not spoken of', async () => {
    const host = fakeHost({ files });
    await discover(host);
    assert.deepEqual(host.told, []);
  });
});

describe('a browser that never answers', () => {
  const machine = { files, delays: { [CHROMIUM]: NEVER } };

  it('holds up no other, and is not said to be missing', async () => {
    const discovery = await lookAround(fakeHost(machine));
    assert.deepEqual(
      discovery.found.map(({ id }) => id),
      ['chrome', 'firefox'],
    );
    assert.deepEqual(discovery.unanswered, [
      { engine: 'chromium', executable: CHROMIUM, reason: 'did not answer within 60 s' },
    ]);
    const alone = await lookAround(fakeHost({ ...machine, files: { [CHROMIUM]: '' } }));
    const [gap] = missing(alone);
    assert.deepEqual([gap?.engine, gap?.unanswered?.executable], ['chromium', CHROMIUM]);
    assert.deepEqual(
      missing(alone).map(({ unanswered }) => unanswered !== undefined),
      [true, false, false],
    );
  });

  it('is told apart from what is not there where it is named by its path', async () => {
    const host = fakeHost(machine);
    await assert.rejects(identify(host, CHROMIUM), (error) => {
      assert.ok(error instanceof BrowserUnansweredError);
      assert.match(error.message, /chromium is there, but did not answer within 60 s/);
      return true;
    });
    await assert.rejects(identify(host, '/usr/bin/nothing'), /There is no file/);
  });

  it('gets less time when it is asked again, and is found when it answers then', async () => {
    const host = fakeHost(machine);
    await askVersion(host, CHROMIUM);
    const before = host.clock.now;
    const again = await askVersion(host, CHROMIUM);
    assert.equal(again.kind, 'unanswered');
    assert.equal(host.clock.now - before, 5_000);
    const awake = { ...fakeHost({ files }), unanswered: host.unanswered };
    assert.equal((await askVersion(awake, CHROMIUM)).kind, 'browser');
    assert.equal(host.unanswered.size, 0);
  });
});

it('a browser that states its version and does not end is one all the same', async () => {
  const host = fakeHost({ files });
  const ask = (): ReturnType<typeof host.ask> =>
    Promise.resolve({ kind: 'late', reason: 'did not answer within 60 s', output: files[CHROMIUM] });
  assert.equal((await askVersion({ ...host, ask }, CHROMIUM)).kind, 'browser');
});
